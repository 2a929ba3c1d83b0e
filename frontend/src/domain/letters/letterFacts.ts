// What clinics were asked for and has not come: letters under way, and records that no letter asks for.

import { valuesOf } from "../case/defineKind";
import type { CaseDoc } from "../case/document";
import { dayOf } from "../days/days";
import type { Awaited } from "../decideBy/deadlineCheck";
import { type MedicalRecord, records } from "../records/records";
import { type AnswerTimeOfCountry, type Due, dueOf, isOverdue, latest } from "./answerDue";
import { type Letter, letters } from "./letterEntries";

export type LetterFacts = {
  /** What was requested, or is still to be requested, and is not here. */
  awaited: Awaited[];
  /** A letter whose usual time is over by the country's rule. */
  overdue: { id: string; holder: string } | null;
};

export function letterFacts(doc: CaseDoc, now: string, answerTimeOf: AnswerTimeOfCountry): LetterFacts {
  const here = new Set(records(doc).flatMap(({ id, status }) => (status.value === "have" ? [id] : [])));
  const open = letters(doc).filter((letter) => isUnderWay(letter, here));
  const asked = open.map(
    (letter): Awaited => ({
      id: letter.id,
      kind: "letters",
      what: letter.holder.value.trim(),
      isAsked: true,
      askedOn: letter.sentOn.value,
      due: dueOfLetter(doc, letter, answerTimeOf),
    }),
  );
  const late = asked.find(({ due }) => due !== null && isOverdue(due, dayOf(now)));
  const alone = recordsAlone(doc, new Set(open.flatMap((letter) => letter.records)));
  return {
    awaited: [...asked, ...alone.map((record) => awaitedAlone(record, dayOf(now), answerTimeOf))],
    overdue: late ? { id: late.id, holder: late.what } : null,
  };
}

/** By the rule of the country that the letter names; no country is assumed. */
export function dueOfLetter(doc: CaseDoc, letter: Letter, answerTimeOf: AnswerTimeOfCountry): Due | null {
  const { country, sentOn, arrivedOn, records: asked } = letter;
  if (country.value === "") return null;
  const made = new Map(records(doc).map(({ id, madeOn }) => [id, madeOn.value]));
  const asking = { sent: valuesOf(sentOn), arrived: valuesOf(arrivedOn), made: asked.map((id) => made.get(id) ?? "") };
  return dueOf(asking, answerTimeOf(country.value));
}

/** Sent and not answered. If everything that it names is here, it needs no reminder. */
function isUnderWay({ sentOn, answeredOn, records: asked }: Letter, here: ReadonlySet<string>): boolean {
  if (sentOn.value === "" || answeredOn.value !== "") return false;
  return asked.length === 0 || !asked.every((id) => here.has(id));
}

function recordsAlone(doc: CaseDoc, inLetters: ReadonlySet<string>): MedicalRecord[] {
  return records(doc).filter(({ id, status }) => status.value !== "have" && !inLetters.has(id));
}

/** If its day is unknown, or it was not requested yet, it has the whole time from today on. */
function awaitedAlone(
  { id, what, status, askedOn, madeOn }: MedicalRecord,
  today: string,
  answerTimeOf: AnswerTimeOfCountry,
): Awaited {
  const isAsked = status.value === "asked";
  const asked = latest(isAsked ? valuesOf(askedOn) : []) || today;
  const due = dueOf({ sent: [asked], arrived: [], made: [madeOn.value] }, answerTimeOf(""));
  return { id, kind: "records", what: what.value.trim(), isAsked, askedOn: isAsked ? askedOn.value : "", due };
}
