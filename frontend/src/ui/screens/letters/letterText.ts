// The text of a letter that asks for records, and of its reminder. Polite, and short enough for one page with a normal
// list. What the patient has not filled in becomes a blank line to fill in by hand: nothing is made up. Pure.
import type { Span } from "../../../domain/letters/answerDue";
import type { LetterFormat } from "../../../domain/letters/letterEntries";
import type { RecordKind } from "../../../domain/records/records";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import letterWords from "../../../i18n/en/letters.json";
import recordsWords from "../../../i18n/en/records.json";
import { isolated } from "../../start/isolate";
import { spanText } from "./answerDueWords";

const t = messagesFrom(letterWords, recordsWords);

/** Dates are YYYY-MM-DD, or "" while unknown. */
export type LetterContent = {
  day: string;
  holder: string;
  name: string;
  born: string;
  /** Nothing was ticked. A ticked record that was deleted leaves a blank line: it never becomes "everything". */
  asksForAll: boolean;
  records: readonly { what: string; kind: RecordKind; madeOn: string }[];
  images: boolean;
  reports: boolean;
  slides: boolean;
  format: LetterFormat;
  reason: string;
  extra: string;
  /** The country's own words on records and the day they were checked; null where they name no time. */
  rule: { words: string; checkedOn: string } | null;
  /** The time that the rule gives; null if it names none. No date: it starts when the clinic gets the letter. */
  time: { limit: Span; older: { years: number; span: Span } | null; isUsual: boolean } | null;
};
export type Paragraph = { text: string; isSubject?: boolean; isOwn?: boolean };

export function letterText(letter: LetterContent): Paragraph[] {
  return [
    ...head(letter, t("letterText.subject")),
    { text: lines(who(letter), letter.reason.trim() && t("letterText.reason", { reason: letter.reason.trim() })) },
    { text: lines(...asked(letter, t("letterText.askFor"), t("letterText.askForAll"))) },
    { text: lines(parts(letter), letter.slides && t("letterText.slides"), t(`letterText.format.${letter.format}`)) },
    { text: letter.extra.trim(), isOwn: true },
    { text: lines(answer(letter), t("letterText.cost")) },
    { text: lines(letter.rule && t("letterText.rule", ruleOf(letter.rule))) },
    ...end(letter),
  ].filter(({ text }) => text !== "");
}

/** For when the time is over. `day` is the day of the reminder, `sentOn` the day of the letter that it refers to. */
export function reminderText(letter: LetterContent, sentOn: string): Paragraph[] {
  const on = { date: dayText(sentOn) };
  return [
    ...head(letter, t("letterText.remindSubject")),
    { text: who(letter) },
    { text: lines(...asked(letter, t("letterText.remindAsked", on), t("letterText.remindAskedAll", on))) },
    { text: lines(t("letterText.remindNotYet"), t("letterText.remindWhen"), t("letterText.remindWho")) },
    { text: lines(letter.rule && t("letterText.rule", ruleOf(letter.rule))) },
    ...end(letter),
  ].filter(({ text }) => text !== "");
}

/** The letter as it is shared or copied. */
export function asText(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text).join("\n\n");
}

function head({ day, holder }: LetterContent, subject: string): Paragraph[] {
  const to = holder.trim() === "" ? t("letterText.toBlank") : t("letterText.to", { holder: isolated(holder.trim()) });
  return [{ text: dayText(day) }, { text: to }, { text: subject, isSubject: true }, { text: t("letterText.hello") }];
}

function who({ name, born }: LetterContent): string {
  const known = { name: isolated(name.trim()), date: dayText(born) };
  if (name.trim() === "" && born === "") return t("letterText.meBlank");
  if (name.trim() === "") return `${t("letterText.nameBlank")} ${t("letterText.born", known)}`;
  return born === "" ? `${t("letterText.name", known)} ${t("letterText.bornBlank")}` : t("letterText.me", known);
}

function asked({ asksForAll, records }: LetterContent, some: string, all: string): string[] {
  if (asksForAll) return [all];
  return [some, ...(records.length === 0 ? [t("letterText.itemBlank")] : records.map(item))];
}

function item({ what, kind, madeOn }: LetterContent["records"][number]): string {
  const name = what.trim() || t("letterText.unnamed", { kind: t(`records.kindValues.${kind}`) });
  if (madeOn === "") return t("letterText.item", { what: isolated(name) });
  return t("letterText.itemOn", { what: isolated(name), date: dayText(madeOn) });
}

function parts({ images, reports }: LetterContent): string {
  if (images) return t(reports ? "letterText.imagesAndReports" : "letterText.images");
  return reports ? t("letterText.reports") : "";
}

function answer({ time }: LetterContent): string {
  if (time === null) return t("letterText.answerWhen");
  const within = { time: spanText(time.limit) };
  if (time.isUsual) return t("letterText.answerUsual", within);
  if (time.older === null) return t("letterText.answerWithin", within);
  const { years, span } = time.older;
  return t("letterText.answerWithinOlder", { ...within, years, older: spanText(span) });
}

function ruleOf({ words, checkedOn }: NonNullable<LetterContent["rule"]>) {
  return { rule: words, date: dayText(checkedOn) };
}

function end({ name }: LetterContent): Paragraph[] {
  return [{ text: t("letterText.thanks") }, { text: lines(t("letterText.sign"), name.trim()) }];
}

function lines(...all: (string | false | null)[]): string {
  return all.filter((line) => line !== "" && line !== false && line !== null).join("\n");
}
