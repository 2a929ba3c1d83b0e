// The text of a letter that asks for records, and of its reminder. Polite, and short enough for one page with a normal
// list. What the patient has not filled in becomes a blank line to fill in by hand: nothing is made up. Pure.
import type { Helping } from "../../../domain/helping/helping";
import type { Span } from "../../../domain/letters/answerDue";
import type { LetterFormat } from "../../../domain/letters/letterEntries";
import type { RecordKind } from "../../../domain/records/records";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import letterWords from "../../../i18n/en/letters.json";
import recordsWords from "../../../i18n/en/records.json";
import { isolated } from "../../start/isolate";
import { helperText } from "../../text/writtenBy";
import { spanText } from "./answerDueWords";

const t = messagesFrom(letterWords, recordsWords);

/** Dates are YYYY-MM-DD, or "" while unknown. */
export type LetterContent = {
  day: string;
  holder: string;
  name: string;
  born: string;
  /** Whoever writes for the patient; null when the patient writes. */
  helper: Helping | null;
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
  const voice = letter.helper === null ? "own" : "helped";
  return [
    ...head(letter, t(`letterText.${voice}.subject`)),
    { text: lines(who(letter), letter.reason.trim() && t("letterText.reason", { reason: letter.reason.trim() })) },
    { text: lines(...asked(letter, t("letterText.askFor"), t(`letterText.${voice}.askForAll`))) },
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

function head({ day, holder }: LetterContent, subject: string): Paragraph[] {
  const to = holder.trim() === "" ? t("letterText.toBlank") : t("letterText.to", { holder: isolated(holder.trim()) });
  return [{ text: dayText(day) }, { text: to }, { text: subject, isSubject: true }, { text: t("letterText.hello") }];
}

function who({ name, born, helper }: LetterContent): string {
  const patient = {
    name: name.trim() === "" ? t("letterText.blank") : isolated(name.trim()),
    date: born === "" ? t("letterText.blank") : dayText(born),
  };
  if (helper === null) return t("letterText.own.me", patient);
  return lines(t("letterText.helped.me", patient), t("letterText.helped.helper", { who: helperText(helper) }));
}

/** What a clinic must know before it gives records to somebody else; the patient signs wherever they agree. */
function permission({ name, helper }: LetterContent): string {
  if (helper === null) return "";
  const { agreement } = helper;
  if (agreement !== "asked" && agreement !== "beside")
    return t(agreement === "allowed" ? "letterText.helped.allowed" : "letterText.helped.unsure");
  const signature = t("letterText.helped.signature", { name: name.trim() });
  return lines(t("letterText.helped.permission", { name: helper.name || t("letterText.blank") }), signature);
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

function end(letter: LetterContent): Paragraph[] {
  const { name, helper } = letter;
  const signed = lines(t("letterText.blank"), helper === null ? name.trim() : helper.name);
  return [{ text: t("letterText.thanks") }, { text: signed }, { text: permission(letter) }];
}

function lines(...all: (string | false | null)[]): string {
  return all.filter((line) => line !== "" && line !== false && line !== null).join("\n");
}
