// Where a case stands, read from the document: for its stages, its next step and the deadline check. Facts only: the
// caller decides what follows from them.

import type { CaseDoc } from "../case/document";
import { hasDecided, standingDecisions, wordsOfDecision } from "../decide/decisions";
import { type Warning, warnings } from "../decideBy/deadlineCheck";
import { countedDate, countedWords, decideBy } from "../decideBy/decideBy";
import { chosenDoctors } from "../doctors/chosen";
import { doctorEntries } from "../doctors/doctors";
import { medicineList } from "../health/medicines";
import type { AnswerTimeOfCountry } from "../letters/answerDue";
import { type LetterFacts, letterFacts } from "../letters/letterFacts";
import { holdsRows, opinions } from "../opinions/opinionEntries";
import { hasCompared } from "../opinions/verdicts";
import { questions } from "../questions/questionEntries";
import { type Asking, reasonEntries, settledAsking } from "../reasons/reasons";
import { records } from "../records/records";
import { type Task, tasks } from "../tasks/tasks";
import { tasksByDay } from "../tasks/tasksByDay";
import { type VisitFacts, visitFacts } from "../visits/visitFacts";
import { isWithFirst, visits } from "../visits/visits";

export type Facts = VisitFacts &
  LetterFacts & {
    /** What the person has said about asking for a second opinion. */
    asking: Asking;
    reasons: number;
    questions: number;
    unanswered: number;
    records: number;
    recordsHere: number;
    recordsToAskFor: number;
    medicinesRecorded: boolean;
    doctors: number;
    /** The name of the chosen doctor, "" when it is not written down; null while nobody is chosen. */
    chosen: string | null;
    /** Opinions that contain a doctor's words. */
    opinions: number;
    /** The id of the last of them, or "". */
    lastOpinion: string;
    /** The diagnosis and the advice are marked between the first opinion and each later one. */
    hasCompared: boolean;
    /** The open task to discuss it with the first doctor, or "". */
    toDiscuss: string;
    hasDiscussed: boolean;
    tasksOpen: number;
    /** The open task that was planned for the earliest day, if that day has come. */
    due: { id: string; what: string; day: string } | null;
    decideByDate: string;
    /** The doctor's words about the date, "" while none are written. Without a date they are the answer. */
    decideByWords: string;
    hasDecided: boolean;
    /** The decision in the patient's words, "" when it has none. */
    decided: string;
  };
/** `now` is local (YYYY-MM-DDTHH:MM). */
export function factsOf(doc: CaseDoc, now: string, answerTimeOf: AnswerTimeOfCountry): Facts {
  const asked = questions(doc);
  const held = records(doc);
  const said = opinions(doc).filter(holdsRows);
  const open = tasks(doc).filter(({ doneAt }) => doneAt.value === "");
  const discuss = tasks(doc).filter(({ about }) => about.value === "discuss");
  return {
    ...visitFacts(doc, now),
    ...letterFacts(doc, now, answerTimeOf),
    asking: settledAsking(doc),
    reasons: reasonEntries.written(doc).length,
    questions: asked.filter(({ text }) => text.trim() !== "").length,
    unanswered: asked.filter((question) => question.answeredAt === null).length,
    records: held.length,
    recordsHere: held.filter(({ status }) => status.value === "have" && status.others.length === 0).length,
    recordsToAskFor: held.filter((record) => record.status.value === "need").length,
    medicinesRecorded: medicineList(doc).state !== "not-recorded",
    doctors: doctorEntries.written(doc).length,
    chosen: chosenDoctors(doc)[0] ?? null,
    opinions: said.length,
    lastOpinion: said.at(-1)?.id ?? "",
    hasCompared: hasCompared(doc),
    toDiscuss: discuss.find(({ doneAt }) => doneAt.value === "")?.id ?? "",
    hasDiscussed: discuss.some(({ doneAt }) => doneAt.value !== ""),
    tasksOpen: open.length,
    due: dueOn(now.slice(0, 10), open),
    decideByDate: countedDate(doc),
    decideByWords: countedWords(doc),
    hasDecided: hasDecided(doc),
    decided: standingDecisions(doc).map(wordsOfDecision)[0] ?? "",
  };
}

function dueOn(day: string, open: readonly Task[]): Facts["due"] {
  const { overdue, today } = tasksByDay(open, day);
  const first = [...overdue, ...today].find(({ what }) => what.value.trim() !== "");
  return first ? { id: first.id, what: first.what.value.trim(), day: first.dueOn.value } : null;
}

/** The decide-by date checked against the case. */
export function warningsOf(
  doc: CaseDoc,
  now: string,
  { awaited, hasHeard, hasDecided: isDecided, decideByWords }: Facts,
): Warning[] {
  const all = visits(doc)
    .filter(({ part }) => part.value !== "other")
    .map((visit) => ({
      id: visit.id,
      who: visit.who.value,
      when: visit.when.value,
      isAnother: !isWithFirst(visit),
    }));
  const { date } = decideBy(doc);
  return warnings({ date, hasWords: decideByWords !== "", visits: all, awaited, hasHeard, hasDecided: isDecided, now });
}
