// The title of a section of the summary: the patient speaks for themselves, or is spoken of by whoever helps. Pure.
import type { SheetSection } from "../../../domain/summary/summary";
import { isKeyOf, messagesFrom } from "../../../i18n";
import summaryWords from "../../../i18n/en/summary.json";

const t = messagesFrom(summaryWords);

export function sectionTitle(section: SheetSection, isHelped: boolean): string {
  const key = `sheet.helped.${section}`;
  return isHelped && isKeyOf(summaryWords, key) ? t(key) : t(`sheet.sections.${section}`);
}
