// A short piece of a long text, around the first word that was searched for. Pure.

const BEFORE = 40;
const LENGTH = 160;

/** The text itself when it is short; else a piece with "…" where it was cut. */
export function excerpt(text: string, query: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= LENGTH) return flat;
  const first = query.trim().toLocaleLowerCase().split(/\s+/)[0] ?? "";
  const start = wordStart(flat, Math.max(0, flat.toLocaleLowerCase().indexOf(first) - BEFORE));
  const end = start + LENGTH;
  return `${start > 0 ? "…" : ""}${flat.slice(start, end)}${end < flat.length ? "…" : ""}`;
}

function wordStart(text: string, from: number): number {
  if (from === 0) return 0;
  const space = text.lastIndexOf(" ", from);
  return space < 0 ? 0 : space + 1;
}
