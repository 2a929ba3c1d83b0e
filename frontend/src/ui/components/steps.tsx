// A long page as one thing a screen: where one stands, the next one, and in the same dock a way to the end. Each step has
// an address of its own, so that going back and a reload lead where they should.
import { ArrowRight } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import { ButtonLink } from "../start/components/button";
import "./steps.css";

const t = messagesFrom(entriesWords);

export type Step = { href: string; title: string };
type Props = { steps: readonly Step[]; at: number };

/** The line above the title: what this is a step of. */
export function StepOf({ steps, at, of }: Props & { of: string }) {
  return (
    <span class="steps">
      {of}
      <span class="steps-dots" role="img" aria-label={t("steps.at", { number: at + 1, count: steps.length })}>
        {steps.map(({ href }, nth) => (
          <i key={href} class={nth <= at ? "steps-dot steps-done" : "steps-dot"} />
        ))}
      </span>
    </span>
  );
}

/** `children` stands beside Next: a way past the steps. The last step has only what it brings itself. */
export function NextStep({ steps, at, children }: Props & { children: ComponentChildren }) {
  const next = steps[at + 1];
  if (next === undefined) return <>{children}</>;
  return (
    <div class="steps-on">
      {children}
      <ButtonLink icon={ArrowRight} href={next.href}>
        {t("steps.next", { title: next.title })}
      </ButtonLink>
    </div>
  );
}
