// A short word on a state. "attention" is amber; its word alone must say enough.
import type { ComponentChildren } from "preact";
import "./chip.css";

export function Chip({ children, tone = "plain" }: { children: ComponentChildren; tone?: "plain" | "attention" }) {
  return <span class={`chip chip-${tone}`}>{children}</span>;
}
