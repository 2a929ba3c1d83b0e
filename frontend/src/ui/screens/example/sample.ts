// The case of the example: people and what they said, all made up, on days around the present one.
import type { OpenCase } from "../../../cases/documents/book";
import { type CaseDoc, editCaseText, setCaseField, type Writer } from "../../../domain/case/document";
import { enterPerson } from "../../../domain/case/people";
import { dayAfter } from "../../../domain/days/days";
import { here } from "../../../domain/days/instants";
import { setDecideBy } from "../../../domain/decideBy/decideBy";
import { addMedicine } from "../../../domain/health/medicines";
import { addNote } from "../../../domain/journal/notes";
import { opinionEntries } from "../../../domain/opinions/opinionEntries";
import { type BankId, bank } from "../../../domain/questions/questionBank";
import { addQuestion, editAnswer, tickQuestion } from "../../../domain/questions/questions";
import { addRecord } from "../../../domain/records/records";
import { addVisit, type VisitPart } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import exampleWords from "../../../i18n/en/example.json";
import homeWords from "../../../i18n/en/home.json";
import questionsWords from "../../../i18n/en/questions.json";

const t = messagesFrom(exampleWords, homeWords, questionsWords);

type Who = "first" | "second";

const ANSWERED: BankId = "wait";
const OPEN: readonly BankId[] = ["change", "wrong", "home"];

/** `today` is YYYY-MM-DD. */
export function writeSample({ doc, writer }: OpenCase, today: string): void {
  const { day, at, visit, opinion, question } = ofDays(doc, writer, today);
  const before = visit("first", "first", -16);
  const heard = visit("second", "second", -3);
  visit("first", "back", 1);
  setDecideBy(doc, writer, { date: day(12), words: t("example.byThen"), saidBy: t("example.first") });
  // On whatever is printed, too.
  setCaseField(doc, writer, "patientName", t("example.label"));
  editCaseText(doc, "whyHere", t("example.whyHere"));
  const helper = { ...at(-3, "10:52"), author: "helper" };
  enterPerson(doc, helper, t("example.helper"), helper.author);
  addNote(doc, at(-16, "10:50"), t("example.fast"), before);
  addNote(doc, helper, t("example.bent"), heard);
  const answered = question(ANSWERED);
  OPEN.forEach(question);
  editAnswer(doc, at(-3, "10:48"), answered, t("welcome.answer"), heard);
  tickQuestion(doc, at(-3, "10:48"), answered, true);
  opinion("first", before, -16);
  opinion("second", heard, -3);
  addMedicine(doc, writer, { name: t("example.tablet"), howOften: t("example.daily") });
  addRecord(doc, writer, { kind: "images", status: "have", what: t("example.scan"), holder: t("example.firstPlace") });
}

/** Writes what happens on a day, counted from today. */
function ofDays(doc: CaseDoc, writer: Writer, today: string) {
  const day = (count: number) => dayAfter(today, count);
  const at = (count: number, clock: string): Writer => ({
    ...writer,
    now: () => new Date(`${day(count)}T${clock}`).toISOString(),
  });
  const visit = (who: Who, part: VisitPart, count: number) =>
    addVisit(doc, at(count - 9, "18:00"), {
      who: t(`example.${who}`),
      where: t(`example.${who}Place`),
      when: `${day(count)}T10:30`,
      companion: t("example.helper"),
      part,
      ...(count < 0 && { endedAt: here(at(count, "11:10")) }),
    });
  const opinion = (who: Who, from: string, count: number) =>
    opinionEntries.add(
      doc,
      at(count, "19:00"),
      { who: t(`example.${who}`), on: day(count), visit: from, origin: from },
      { diagnosis: t(`example.${who}Finds`), recommended: t(`example.${who}Advises`) },
    );
  const question = (id: BankId) => {
    const topic = bank.find((idea) => idea.id === id)?.topic;
    return addQuestion(doc, at(-10, "20:00"), t(`bank.ideas.${id}`), topic, id);
  };
  return { day, at, visit, opinion, question };
}
