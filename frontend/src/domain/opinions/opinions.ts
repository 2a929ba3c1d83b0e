// Opinions: what one doctor found and advised, as the patient heard it. The rows are the same for every doctor, so that
// two opinions can be compared. What differs is for the patient to say, never for the app.

import type { CaseDoc } from "../case/document";
import { sameName } from "../case/names";
import { isAhead } from "../decideBy/deadlineCheck";
import { isAnother } from "../visits/visitFacts";
import { isWithFirst, type Visit, visits } from "../visits/visits";
import { firstOpinion, holdsRows, type Opinion, type OpinionFields, opinions, whoseIs } from "./opinionEntries";

/** What the patient calls the first doctor, or "" when no name is written down. */
export function firstDoctorsName(doc: CaseDoc): string {
  const written = firstOpinion(doc)?.who.value.trim() ?? "";
  const visited = visits(doc).find((visit) => isWithFirst(visit) && visit.who.value.trim() !== "");
  return written || (visited?.who.value.trim() ?? "");
}

/** Includes what the first doctor said on another day, as long as nobody says that it is another doctor's. */
export function isFirstDoctors(doc: CaseDoc, opinion: Opinion): boolean {
  const whose = whoseIs(doc, opinion);
  if (whose === "first" || firstOpinion(doc)?.id === opinion.id) return true;
  const name = sameName(opinion.who.value);
  return whose === "" && name !== "" && name === sameName(firstDoctorsName(doc));
}

/** Whose words a new opinion is said to hold: another doctor's if there is an earlier first one, else open. */
export function whoseFrom(doc: CaseDoc, who: string, on: string): OpinionFields["whose"] {
  const first = firstOpinion(doc);
  if (first === null || sameName(who) === sameName(firstDoctorsName(doc))) return "";
  // That the earliest opinion is the first doctor's is a guess: an even earlier one would be a better guess.
  const isGuess = whoseIs(doc, first) === "";
  return isGuess && first.on.value !== "" && on < first.on.value ? "" : "later";
}

/** The next visit with the first doctor after local time `now` (YYYY-MM-DDTHH:MM). */
export function nextVisitWithFirst(doc: CaseDoc, now: string): Visit | null {
  const name = sameName(firstDoctorsName(doc));
  const isTheirs = (visit: Visit) => isWithFirst(visit) || (name !== "" && sameName(visit.who.value) === name);
  return visits(doc).find((visit) => isAhead(visit.when.value, now) && isTheirs(visit)) ?? null;
}

/** Whether the first doctor is visited after another one was heard, whatever the visit is called. */
export function goesBack(doc: CaseDoc, visit: Visit): boolean {
  const name = sameName(visit.who.value);
  const isNamedFirst = visit.part.value === "" && name !== "" && name === sameName(firstDoctorsName(doc));
  if (!isNamedFirst && !isWithFirst(visit)) return false;
  const isBefore = (day: string) => visit.when.value === "" || day.slice(0, 10) <= visit.when.value;
  return (
    visit.part.value === "back" ||
    visits(doc).some((other) => isAnother(other) && other.endedAt.value !== "" && isBefore(other.when.value)) ||
    opinions(doc).some((one) => holdsRows(one) && whoseIs(doc, one) === "later" && isBefore(one.on.value))
  );
}

/** The id of the visit that an opinion comes from: the one it names, else the last one with that doctor by that day; or "". */
export function visitBehind(doc: CaseDoc, { visit: named, who, on }: Opinion): string {
  const name = sameName(who.value);
  if (named.value !== "" || name === "") return named.value;
  const theirs = visits(doc).filter((visit) => sameName(visit.who.value) === name && visit.when.value !== "");
  return theirs.filter((visit) => on.value === "" || visit.when.value.slice(0, 10) <= on.value).at(-1)?.id ?? "";
}

/** The number of doctors who have said something: a repeated name is one doctor who was heard twice. */
export function doctorsHeard(all: readonly Opinion[]): number {
  const heard = all.filter(holdsRows);
  const names = heard.map((opinion) => sameName(opinion.who.value) || opinion.id);
  return new Set(names).size;
}
