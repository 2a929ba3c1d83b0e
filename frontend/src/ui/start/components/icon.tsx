// An icon that decorates a word. It is never alone and never read out.
import type { LucideIcon } from "lucide-preact";

export function Icon({ of: Drawing, small = false }: { of: LucideIcon; small?: boolean }) {
  return <Drawing class={small ? "icon icon-small" : "icon"} aria-hidden="true" focusable="false" />;
}
