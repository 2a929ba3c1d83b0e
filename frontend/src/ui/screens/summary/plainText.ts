// The summary as words to share or copy: all of it, because a message has no page to fit. Pure.
import { messagesFrom } from "../../../i18n";
import summaryWords from "../../../i18n/en/summary.json";
import { briefDay } from "../health/lines";
import type { SheetPart } from "./contents";
import type { SheetHead } from "./sheet";

const t = messagesFrom(summaryWords);

export function plainText({ title, lines, sendReport }: SheetHead, parts: readonly SheetPart[]): string {
  const sections = parts.map(({ section, entries }) => {
    const told = section === "happened" ? [...entries].reverse() : entries;
    const words = told.map(({ day, words }) => `- ${day === undefined ? "" : `${briefDay(day)}: `}${words}`);
    return [t(`sheet.sections.${section}`), ...words].join("\n");
  });
  const end = [t("sheet.entered"), sendReport ? t("sheet.sendReport") : ""].filter(Boolean).join(" ");
  return [[title, ...lines].join("\n"), ...sections, end].join("\n\n");
}
