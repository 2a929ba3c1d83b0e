// A list of links: each row is one tap target. The mark also says in a word what its colour and icon say.
import { Check, ChevronRight, type LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { path } from "../router";
import { Icon } from "./icon";
import "./rows.css";

export function Rows({ children, label }: { children: ComponentChildren; label?: string }) {
  return (
    <ul class="rows" aria-label={label}>
      {children}
    </ul>
  );
}

type Mark = { state: "done" | "now" | "later"; number: number; word: string };
type LinkRowProps = {
  href: string;
  title: ComponentChildren;
  detail?: ComponentChildren;
  icon?: LucideIcon;
  mark?: Mark;
  aside?: ComponentChildren;
};

export function LinkRow({ href, title, detail, icon, mark, aside }: LinkRowProps) {
  return (
    <li class="row">
      <a class="row-link" href={href} aria-current={path.value === href ? "page" : undefined}>
        {icon && <Icon of={icon} />}
        {mark && <Dot mark={mark} />}
        <span class="row-words">
          <span class="row-title">{title}</span>
          {detail && <span class="quiet">{detail}</span>}
        </span>
        {aside}
        <ChevronRight class="icon row-arrow" aria-hidden="true" />
      </a>
    </li>
  );
}

export function Dot({ mark }: { mark: Mark }) {
  return (
    <span class={`dot dot-${mark.state}`}>
      {mark.state === "done" ? <Icon of={Check} small /> : <span aria-hidden="true">{mark.number}</span>}
      <span class="hidden-but-read">{mark.word}</span>
    </span>
  );
}
