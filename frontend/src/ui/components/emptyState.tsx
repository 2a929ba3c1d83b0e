// What a screen shows while it is empty: what goes here, why it helps, an example, and the one button.
import type { LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { Icon } from "../start/components/icon";
import "./emptyState.css";

type Props = { icon: LucideIcon; title: string; why: string; example?: string; children?: ComponentChildren };

export function EmptyState({ icon, title, why, example, children }: Props) {
  return (
    <section class="empty">
      <Icon of={icon} />
      <h2>{title}</h2>
      <p>{why}</p>
      {example && <p class="empty-example">{example}</p>}
      {children}
    </section>
  );
}
