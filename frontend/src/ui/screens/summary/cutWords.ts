// What is not on the page, in words: for the foot of the sheet and for the screen. Nothing is left out silently. Pure.
import { language, messagesFrom } from "../../../i18n";
import summaryWords from "../../../i18n/en/summary.json";
import { keptByEntry, type LaidPart } from "./layout";

const t = messagesFrom(summaryWords);

const list = new Intl.ListFormat(language, { type: "conjunction" });

/** "" when everything is on the page. */
export function cutWords(parts: readonly LaidPart[], kept: readonly (readonly boolean[])[]): string {
  const counted = parts.map((part, at) => counts(part, kept[at] ?? []));
  const gone = counted
    .filter(({ missing }) => missing > 0)
    .map(({ section, missing }) => t(`sheet.cut.${section}`, { count: missing }));
  const shortened = counted.reduce((sum, { shortened }) => sum + shortened, 0);
  const all = shortened > 0 ? [...gone, t("sheet.cut.shortened", { count: shortened })] : gone;
  return all.length === 0 ? "" : t("sheet.notOnPage", { list: list.format(all) });
}

/** The longest possible sentence: its space is reserved while it is not known what will be cut. */
export function longestCutWords(parts: readonly LaidPart[]): string {
  const gone = parts.map(({ section, entries, beyond }) =>
    t(`sheet.cut.${section}`, { count: Math.max(2, entries.length + beyond) }),
  );
  const most = parts.reduce((sum, { entries }) => sum + entries.length, 2);
  return t("sheet.notOnPage", { list: list.format([...gone, t("sheet.cut.shortened", { count: most })]) });
}

function counts(part: LaidPart, kept: readonly boolean[]) {
  const entries = keptByEntry(part, kept);
  // "Why I am here" is one text: either a part of it is missing, or nothing.
  if (part.section === "why") return { section: part.section, missing: kept.includes(false) ? 1 : 0, shortened: 0 };
  return {
    section: part.section,
    missing: part.beyond + entries.filter((pieces) => !pieces.includes(true)).length,
    shortened: entries.filter((pieces) => pieces.includes(true) && pieces.includes(false)).length,
  };
}
