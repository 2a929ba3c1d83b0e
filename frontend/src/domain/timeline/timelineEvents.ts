// What has happened in a case and what is planned, day by day: visits, letters and records, symptoms, opinions,
// decisions, tasks, the decide-by date. Only what has a real day; the rest is counted, so that nothing is left out
// silently.

import type { CaseDoc } from "../case/document";
import type { EntryKind } from "../case/entries";
import { dayOf } from "../days/days";
import { decisionEntries, wordsOfDecision } from "../decide/decisions";
import { countedDate } from "../decideBy/decideBy";
import { symptomEntries } from "../health/health";
import { answerAt } from "../journal/journalLines";
import type { AnswerTimeOfCountry } from "../letters/answerDue";
import { letters } from "../letters/letterEntries";
import { dueOfLetter } from "../letters/letterFacts";
import { opinions } from "../opinions/opinionEntries";
import { questions } from "../questions/questionEntries";
import { records } from "../records/records";
import { tasks } from "../tasks/tasks";
import { visits } from "../visits/visits";

export const lanes = ["visit", "letter", "body", "decide"] as const;
export type Lane = (typeof lanes)[number];

const laneByKind = {
  visit: "visit",
  answer: "visit",
  sent: "letter",
  arrived: "letter",
  due: "letter",
  answered: "letter",
  asked: "letter",
  came: "letter",
  symptom: "body",
  opinion: "decide",
  decision: "decide",
  task: "decide",
  decideBy: "decide",
} as const satisfies Record<string, Lane>;
export type TimelineEventKind = keyof typeof laneByKind;

/** `entry` is where it is written down; null for the decide-by date of the case. `words` are the patient's. */
export type TimelineEvent = {
  day: string;
  /** HH:MM in the clinic's local time, or "". */
  time: string;
  kind: TimelineEventKind;
  lane: Lane;
  entry: { kind: EntryKind; id: string } | null;
  words: string;
};
export type TimelineEvents = { dated: TimelineEvent[]; undated: number };

type Found = Omit<TimelineEvent, "lane" | "time" | "day"> & { when: string };

/** Everything with a day, earliest first. `localOf` gives an instant in local time (YYYY-MM-DDTHH:MM). */
export function timelineEvents(
  doc: CaseDoc,
  answerTimeOf: AnswerTimeOfCountry,
  localOf: (instant: string) => string,
): TimelineEvents {
  const found = [
    ...ofVisits(doc),
    ...ofAnswers(doc, localOf),
    ...ofLetters(doc, answerTimeOf),
    ...ofRecords(doc),
    ...ofBody(doc),
    ...ofDeciding(doc),
  ];
  const dated = found.filter(({ when }) => dayOf(when) !== "").map(withDay);
  return { dated: dated.sort(byTime), undated: found.length - dated.length };
}

function withDay({ when, ...rest }: Found): TimelineEvent {
  return { ...rest, day: dayOf(when), time: when.slice(11, 16), lane: laneByKind[rest.kind] };
}

function ofVisits(doc: CaseDoc): Found[] {
  return visits(doc).map(({ id, who, where, when }) => ({
    when: when.value,
    kind: "visit",
    entry: { kind: "visits", id },
    words: who.value.trim() || where.value.trim(),
  }));
}

/** What doctors answered. If no time was stored, the day is unknown. */
function ofAnswers(doc: CaseDoc, localOf: (instant: string) => string): Found[] {
  return questions(doc)
    .filter(({ answer }) => answer.trim() !== "")
    .map((question) => {
      const { at, isTimed } = answerAt(question);
      const entry = { kind: "questions", id: question.id } as const;
      return { when: isTimed ? localOf(at) : "", kind: "answer", entry, words: question.answer.trim() };
    });
}

function ofLetters(doc: CaseDoc, answerTimeOf: AnswerTimeOfCountry): Found[] {
  return letters(doc)
    .filter(({ sentOn }) => sentOn.value !== "")
    .flatMap((letter): Found[] => {
      const entry = { kind: "letters", id: letter.id } as const;
      const words = letter.holder.value.trim();
      const at = (when: string, kind: TimelineEventKind): Found[] =>
        when === "" ? [] : [{ when, kind, entry, words }];
      const underWay = [...at(letter.sentOn.value, "sent"), ...at(letter.arrivedOn.value, "arrived")];
      if (letter.answeredOn.value !== "") return [...underWay, ...at(letter.answeredOn.value, "answered")];
      return [...underWay, ...at(dueOfLetter(doc, letter, answerTimeOf)?.last ?? "", "due")];
    });
}

/** The days of records, except those on which a letter for them was sent or answered: the letter itself shows those. */
function ofRecords(doc: CaseDoc): Found[] {
  const told = new Set(
    letters(doc).flatMap(({ records: asked, sentOn, answeredOn }) =>
      sentOn.value === "" ? [] : asked.flatMap((id) => [`${id} ${sentOn.value}`, `${id} ${answeredOn.value}`]),
    ),
  );
  return records(doc).flatMap(({ id, what, askedOn, receivedOn }): Found[] => {
    const entry = { kind: "records", id } as const;
    const words = what.value.trim();
    const all: Found[] = [
      { when: askedOn.value, kind: "asked", entry, words },
      { when: receivedOn.value, kind: "came", entry, words },
    ];
    return all.filter(({ when }) => when !== "" && !told.has(`${id} ${when}`));
  });
}

function ofBody(doc: CaseDoc): Found[] {
  return symptomEntries.list(doc).map(({ id, what, on, words }) => ({
    when: on.value,
    kind: "symptom",
    entry: { kind: "symptoms", id },
    words: what.value.trim() || words.trim(),
  }));
}

function ofDeciding(doc: CaseDoc): Found[] {
  const date = countedDate(doc);
  const limit: Found[] = date === "" ? [] : [{ when: date, kind: "decideBy", entry: null, words: "" }];
  return [
    ...opinions(doc).map(
      ({ id, who, on }): Found => ({
        when: on.value,
        kind: "opinion",
        entry: { kind: "opinions", id },
        words: who.value.trim(),
      }),
    ),
    ...decisionEntries
      .written(doc)

      .map(
        (decision): Found => ({
          when: decision.on.value,
          kind: "decision",
          entry: { kind: "decisions", id: decision.id },
          words: wordsOfDecision(decision),
        }),
      ),
    ...tasks(doc)
      .filter(({ doneAt, dueOn }) => doneAt.value === "" && dueOn.value !== "")
      .map(
        ({ id, what, dueOn }): Found => ({
          when: dueOn.value,
          kind: "task",
          entry: { kind: "tasks", id },
          words: what.value.trim(),
        }),
      ),
    ...limit,
  ];
}

function byTime(a: TimelineEvent, b: TimelineEvent): number {
  const left = `${a.day}T${a.time}`;
  const right = `${b.day}T${b.time}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
