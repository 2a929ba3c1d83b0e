// The facts a doctor needs most as plain text for a QR code: at most 800 bytes, whole lines only. Each line is complete
// in itself, so that a cut can never turn "some" into "none". What was left out for this doctor is not in it either.
import { type CaseDoc, caseField } from "../../../domain/case/document";
import { type Answer, type Health, healthOf } from "../../../domain/health/health";
import { isOnPage, type SheetSection, topQuestions } from "../../../domain/summary/summary";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import summaryWords from "../../../i18n/en/summary.json";
import { knownDay, settled } from "../../text/settled";
import { writtenBy } from "../../text/writtenBy";
import { allergyDetail, conditionDetail, medicineDetail } from "../health/lines";
import { fitLines } from "./fitToPage";

const t = messagesFrom(summaryWords);

export const MOST_BYTES = 800;

export function codeText(doc: CaseDoc, whom: string, today: string): string {
  const { medicines, allergies, conditions } = healthOf(doc);
  const parts: [SheetSection, string[]][] = [
    ["allergies", lines("allergies", allergies, (one) => [settled(one.to), allergyDetail(one)])],
    ["medicines", lines("medicines", medicines, (one) => [settled(one.name), medicineDetail(one)])],
    ["conditions", lines("conditions", conditions, (one) => [settled(one.name), conditionDetail(one)])],
    ["questions", topQuestions(doc, whom, today).map(({ text }) => t("code.question", { text }))],
  ];
  const chosen = parts.filter(([section]) => isOnPage(doc, whom, section)).flatMap(([, said]) => said);
  const all = [nameLine(doc), t("code.entered", { who: writtenBy(doc), date: dayText(today) }), ...chosen].filter(
    Boolean,
  );
  return fitLines(all.map(oneLine), MOST_BYTES, (count) => t("code.left", { count }));
}

function lines<E>(of: keyof Health, answer: Answer<E>, parts: (entry: E) => string[]): string[] {
  if (answer.state === "not-recorded") return [t(`code.notRecorded.${of}`)];
  if (answer.state === "none") return [t(`code.none.${of}`, { date: dayText(answer.since) })];
  return answer.entries.map((entry) => t(`code.listed.${of}`, { text: parts(entry).filter(Boolean).join(", ") }));
}

function nameLine(doc: CaseDoc): string {
  const name = settled(caseField(doc, "patientName", ""));
  const born = settled(caseField(doc, "patientBirthDate", ""), knownDay);
  if (name === "") return "";
  return born === "" ? t("code.name", { name }) : t("code.nameBorn", { name, date: born });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
