// A short label for a state. "attention" is amber; the word alone must be enough.
import type { ComponentChildren } from "preact";
import "./chip.css";

export function Chip({ children, tone = "plain" }: { children: ComponentChildren; tone?: "plain" | "attention" }) {
  return <span class={`chip chip-${tone}`}>{children}</span>;
}
