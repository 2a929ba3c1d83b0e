// A surface that holds one thing. With a heading it is a region named by that heading.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./card.css";

type Props = {
  heading?: ComponentChildren;
  kicker?: string;
  tone?: "plain" | "attention";
  children: ComponentChildren;
};

export function Card({ heading, kicker, tone = "plain", children }: Props) {
  const id = useId();
  return (
    <section class={`card card-${tone}`} aria-labelledby={heading ? id : undefined}>
      {kicker && <p class="kicker">{kicker}</p>}
      {heading && (
        <h2 class="card-heading" id={id}>
          {heading}
        </h2>
      )}
      {children}
    </section>
  );
}
