// The deadline check: compares the date that a clinician gave with visits, with records that have not come, and with
// today. It finds conflicts and names them. It never computes a safe delay, never moves a date, never suggests pausing
// anything. Pure: calendar days and local times only, so no time zone can change the result.

import type { Field } from "../case/document";
import { dayOf, daysBetween, isDay } from "../days/days";
import { type Due, isOverdue } from "../letters/answerDue";

/** `isAnother`: a visit to hear another doctor, not the first one. `when` is local: YYYY-MM-DDTHH:MM, a day, or "". */
export type DeadlineVisit = { id: string; who: string; when: string; isAnother: boolean };
/** A record that is not here, or a letter without an answer. `askedOn` may be ""; `due` is null if no rule is known. */
export type Awaited = {
  id: string;
  kind: "records" | "letters";
  what: string;
  isAsked: boolean;
  askedOn: string;
  due: Due | null;
};

export type DeadlineInput = {
  date: Field;
  /** The doctor answered in words. If they name no date, there is none left to ask for. */
  hasWords: boolean;
  /** Only visits for this matter; those without a day are not measured. */
  visits: readonly DeadlineVisit[];
  awaited: readonly Awaited[];
  /** A second doctor has been heard, so no further visit has to lie before the date. */
  hasHeard: boolean;
  /** The person has decided: nothing is checked against the date any more. */
  hasDecided: boolean;
  /** YYYY-MM-DDTHH:MM in the phone's own zone. */
  now: string;
};

export type Warning =
  | { code: "no-date" }
  | { code: "conflict"; dates: string[] }
  | { code: "date-past"; date: string }
  | { code: "no-visit-before"; date: string }
  | { code: "visit-after-date"; date: string; visit: DeadlineVisit }
  | LateRecord;
/** `isOverdue`: the usual time is over, or it was requested long ago and no rule names a time. */
export type LateRecord = {
  code: "records-late";
  before: string;
  isVisit: boolean;
  awaited: Awaited;
  isOverdue: boolean;
};

/** A clinic that is asked so soon before the day is worth a call, whatever time the law allows. */
const DAYS_TO_CALL = 7;
/** Where no rule is known, waiting longer than this is worth a call. */
const LONG_WAIT_DAYS = 30;

/** The conflicts, the most urgent first. Of two dates, the earlier one counts until the person has chosen. */
export function warnings(input: DeadlineInput): Warning[] {
  if (input.hasDecided) return [];
  const dates = [...new Set([input.date.value, ...input.date.others])].filter(isDay).sort();
  const date = dates[0];
  const unasked: Warning[] = input.hasWords ? [] : [{ code: "no-date" }];
  if (date === undefined) return [...unasked, ...late(input, nextVisitDay(input))];
  const conflict: Warning[] = dates.length > 1 ? [{ code: "conflict", dates }] : [];
  if (date < dayOf(input.now)) return [...conflict, { code: "date-past", date }, ...late(input, nextVisitDay(input))];
  return [...conflict, ...aboutVisits(input, date), ...late(input, earliest(nextVisitDay(input), date), date)];
}

function aboutVisits({ visits, hasHeard, now }: DeadlineInput, date: string): Warning[] {
  const ahead = visits.filter(({ when }) => isAhead(when, now));
  const tooLate = ahead.filter(({ when }) => dayOf(when) > date);
  const isArranged = hasHeard || ahead.some(({ isAnother }) => isAnother);
  return [
    ...tooLate.map((visit): Warning => ({ code: "visit-after-date", date, visit })),
    ...(isArranged ? [] : [{ code: "no-visit-before", date } as const]),
  ];
}

/** Whether a visit is still to come at `now`. One with a day but no time counts until its day is over. */
export function isAhead(when: string, now: string): boolean {
  if (dayOf(when) === "") return false;
  return when.length > 10 ? when > now : when >= now.slice(0, 10);
}

/** Whether a visit is past. One without a day, or with an unlikely one, is not. */
export function isBehind(when: string, now: string): boolean {
  return dayOf(when) !== "" && !isAhead(when, now);
}

/** Records that may not be here by `before`: overdue, due too late, or with that day near. */
function late({ awaited, now }: DeadlineInput, before: string, date = ""): LateRecord[] {
  const today = dayOf(now);
  if (before === "" || today === "") return [];
  const isNear = daysBetween(today, before) <= DAYS_TO_CALL;
  return awaited
    .map((one): LateRecord => {
      const isOverdue = isOverdueOn(today, one);
      return { code: "records-late", before, isVisit: before !== date, awaited: one, isOverdue };
    })
    .filter(({ awaited: { due }, isOverdue }) => isNear || isOverdue || (due !== null && due.last >= before));
}

function isOverdueOn(today: string, { isAsked, askedOn, due }: Awaited): boolean {
  if (!isAsked) return false;
  return due === null ? isDay(askedOn) && daysBetween(askedOn, today) > LONG_WAIT_DAYS : isOverdue(due, today);
}

function nextVisitDay({ visits, now }: DeadlineInput): string {
  const days = visits.filter(({ when }) => isAhead(when, now)).map(({ when }) => dayOf(when));
  return days.sort()[0] ?? "";
}

function earliest(visit: string, date: string): string {
  return visit !== "" && visit < date ? visit : date;
}
