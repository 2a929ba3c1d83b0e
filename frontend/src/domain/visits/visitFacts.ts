// What is known about the visits of a case: which is next, which is now, and what is still to be written down about
// past ones.

import type { CaseDoc } from "../case/document";
import { sameName } from "../case/names";
import { dayAfter } from "../days/days";
import { isAhead } from "../decideBy/deadlineCheck";
import { notes } from "../journal/notes";
import { holdsRows, opinions, whoseIs } from "../opinions/opinionEntries";
import { questions } from "../questions/questionEntries";
import { type Visit, visits } from "./visits";

export type VisitFact = { id: string; who: string; when: string };
/** A visit within a day. `isNow`: its time has come. */
export type NearVisit = VisitFact & { isNow: boolean };
export type VisitFacts = {
  visits: number;
  visited: number;
  upcoming: VisitFact | null;
  /** Visits in the next 24 hours, and today's whose time has come, until said to be over; the earlier first. */
  near: NearVisit[];
  /** The near ones, or else the next one if it is in the next seven days. */
  thisWeek: NearVisit[];
  /** Past, and nothing is written about it. */
  silent: VisitFact | null;
  /** Past, and nobody has said to which doctor. */
  unnamed: VisitFact | null;
  /** Past, to another doctor, and the advice is not written down. */
  unwritten: VisitFact | null;
  /** A visit to another doctor is written down, past or planned. It does not require a chosen doctor. */
  hasBooked: boolean;
  /** A further doctor is still to be heard. */
  hasPlanned: boolean;
  /** The time of a visit to another doctor is over, or two doctors' words are written down. */
  hasHeard: boolean;
  /** Another doctor was certainly heard: something was written down, or the visit was marked as over. */
  wasHeard: boolean;
};
type Written = {
  visits: ReadonlySet<string>;
  opinions: ReadonlySet<string>;
  doctors: ReadonlySet<string>;
  told: number;
  /** It holds words that are said to be another doctor's. */
  isAnothers: boolean;
};

const DAYS_OF_A_WEEK = 7;

/** `now` is local (YYYY-MM-DDTHH:MM). */
export function visitFacts(doc: CaseDoc, now: string): VisitFacts {
  const all = visits(doc);
  const dated = all.filter(({ when }) => when.value !== "");
  // A visit that was marked as over is past, whatever time was agreed: the person may have been called in early.
  const isPast = ({ when, endedAt }: Visit) => endedAt.value !== "" || !isAhead(when.value, now);
  const past = dated.filter(isPast);
  const upcoming = dated.filter((visit) => !isPast(visit));
  const written = writtenIn(doc);
  const near = dated
    .filter((visit) => isNear(visit, now, written))
    .map((visit) => ({ ...factOf(visit), isNow: !isAhead(visit.when.value, now) }));
  return {
    visits: all.length,
    visited: past.length,
    upcoming: firstOf(upcoming),
    near,
    thisWeek: near.length > 0 ? near : nextInWeek(upcoming, now.slice(0, 10)),
    silent: firstOf(past.filter(({ id }) => !written.visits.has(id) && !written.opinions.has(id))),
    unnamed: firstOf(past.filter(({ part }) => part.value === "")),
    unwritten: firstOf(past.filter((visit) => isAnother(visit) && !isTold(visit, written))),
    hasBooked: all.some((visit) => isAnother(visit) || visit.doctor.value !== "") || upcoming.some(isUnnamed),
    hasPlanned: upcoming.some(isAnother),
    hasHeard: past.some(isAnother) || written.told > 1,
    wasHeard: past.some((visit) => isAnother(visit) && wasThere(visit, written)) || written.isAnothers,
  };
}

/** A visit to hear another doctor than the first one. */
export function isAnother({ part }: Visit): boolean {
  return part.value === "second" || part.value === "further";
}

function isUnnamed({ part }: Visit): boolean {
  return part.value === "";
}

/** From 24 hours before, in the clinic's local time, until it is said to be over or its day ends. */
function isNear({ id, when, endedAt }: Visit, now: string, written: Written): boolean {
  const today = now.slice(0, 10);
  const inOneDay = dayAfter(today, 1) + now.slice(10);
  if (endedAt.value !== "" || when.value > inOneDay) return false;
  // A person who has written down what the doctor said is not there any more.
  return isAhead(when.value, now) || (when.value.slice(0, 10) === today && !written.opinions.has(id));
}

function nextInWeek(upcoming: readonly Visit[], today: string): NearVisit[] {
  const next = firstOf(upcoming);
  return next !== null && next.when.slice(0, 10) <= dayAfter(today, DAYS_OF_A_WEEK) ? [{ ...next, isNow: false }] : [];
}

function wasThere({ id, endedAt }: Visit, written: Written): boolean {
  return endedAt.value !== "" || written.visits.has(id) || written.opinions.has(id);
}

/** An opinion from that visit, or one from that doctor that belongs to no visit. */
function isTold({ id, who }: Visit, written: Written): boolean {
  return written.opinions.has(id) || written.doctors.has(sameName(who.value));
}

function writtenIn(doc: CaseDoc): Written {
  const said = opinions(doc).filter(holdsRows);
  const answered = questions(doc).filter(({ answeredAt, answer }) => answeredAt !== null || answer.trim() !== "");
  const visits = [...notes(doc), ...answered].flatMap(({ visit }) => visit.value ?? []);
  const loose = said.filter(({ visit }) => visit.value === "");
  return {
    visits: new Set(visits),
    opinions: new Set(said.map(({ visit }) => visit.value)),
    doctors: new Set(loose.map(({ who }) => sameName(who.value)).filter((name) => name !== "")),
    told: said.length,
    isAnothers: said.some((opinion) => whoseIs(doc, opinion) === "later"),
  };
}

function firstOf(visits: readonly Visit[]): VisitFact | null {
  const [first] = visits;
  return first === undefined ? null : factOf(first);
}

function factOf({ id, who, when }: Visit): VisitFact {
  return { id, who: who.value, when: when.value };
}
