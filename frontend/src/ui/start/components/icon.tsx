// An icon that decorates a word. It never appears alone and is never read out.
import type { LucideIcon } from "lucide-preact";

export function Icon({ of: Drawing, small = false }: { of: LucideIcon; small?: boolean }) {
  return <Drawing class={small ? "icon icon-small" : "icon"} aria-hidden="true" focusable="false" />;
}
