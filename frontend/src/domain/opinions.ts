// Opinions: what one doctor found and advised, as the patient heard it. The rows are the same for every doctor, so that
// two opinions can be laid side by side. What differs is for the patient to say, never for the app.
import { type Consultation, consultations } from "./consultations";
import { sameName } from "./doctors";
import type { CaseDoc } from "./document";
import { describeKind, type EntryOf } from "./kind";

/** The rows of an opinion, in the order of the grid. */
export const opinionRows = [
  "seen",
  "examined",
  "diagnosis",
  "sure",
  "recommended",
  "alternatives",
  "benefits",
  "harms",
  "ifWait",
] as const;
export type OpinionRow = (typeof opinionRows)[number];

export type OpinionFields = {
  /** The visit it comes from, or "" (a letter, a report). */
  consultation: string;
  who: string;
  /** Calendar date (YYYY-MM-DD) or "". */
  on: string;
  /** Whether these are the first doctor's words; "" while nobody has said. */
  whose: "" | "first" | "later";
};
export type Opinion = EntryOf<OpinionFields, OpinionRow>;

export const opinionEntries = describeKind<OpinionFields, OpinionRow>({
  kind: "opinions",
  fields: { consultation: "", who: "", on: "", whose: "" },
  texts: opinionRows,
  said: ["who"],
  order: byDay,
});
/** By the day they were given. */
export const opinions = opinionEntries.list;

/** Whether a doctor's words are written down, not only the doctor's name. */
export function holdsRows(opinion: Opinion): boolean {
  return opinionRows.some((row) => opinion[row].trim() !== "");
}

/**
 * The opinion that the others are compared with: one said to be the first doctor's, else one from a visit to that doctor,
 * else the earliest about which nobody has said whose it is. Null when all are other doctors'.
 */
export function firstOpinion(doc: CaseDoc): Opinion | null {
  const all = opinions(doc);
  const told = (whose: OpinionFields["whose"]) => (opinion: Opinion) => whoseIs(doc, opinion) === whose;
  return all.find(told("first")) ?? all.find(told("")) ?? null;
}

export function isFirstDoctors(doc: CaseDoc, opinion: Opinion): boolean {
  return whoseIs(doc, opinion) === "first" || firstOpinion(doc)?.id === opinion.id;
}

/** What the patient calls the first doctor, or "" when no name is written down. */
export function firstDoctorsName(doc: CaseDoc): string {
  const written = firstOpinion(doc)?.who.value.trim() ?? "";
  const visited = consultations(doc).find((visit) => visit.part.value === "first" && visit.who.value.trim() !== "");
  return written || (visited?.who.value.trim() ?? "");
}

/** The next visit with the first doctor after local time `now` (YYYY-MM-DDTHH:MM). */
export function nextVisitWithFirst(doc: CaseDoc, now: string): Consultation | null {
  const name = sameName(firstDoctorsName(doc));
  const isWithFirst = (visit: Consultation) =>
    visit.part.value === "first" || (name !== "" && sameName(visit.who.value) === name);
  return consultations(doc).find((visit) => visit.when.value > now && isWithFirst(visit)) ?? null;
}

/** The id of the visit that an opinion comes from: the one it names, else the last one with that doctor by that day; or "". */
export function visitBehind(doc: CaseDoc, { consultation, who, on }: Opinion): string {
  const name = sameName(who.value);
  if (consultation.value !== "" || name === "") return consultation.value;
  const visits = consultations(doc).filter((visit) => sameName(visit.who.value) === name && visit.when.value !== "");
  return visits.filter((visit) => on.value === "" || visit.when.value.slice(0, 10) <= on.value).at(-1)?.id ?? "";
}

/** Doctors who have said something: a name that stands twice is one doctor who was heard twice. */
export function doctorsHeard(all: readonly Opinion[]): number {
  const heard = all.filter(holdsRows);
  const names = heard.map((opinion) => sameName(opinion.who.value) || opinion.id);
  return new Set(names).size;
}

function whoseIs(doc: CaseDoc, { whose, consultation }: Opinion): OpinionFields["whose"] {
  if (whose.value !== "") return whose.value;
  const part = consultations(doc).find((visit) => visit.id === consultation.value)?.part.value;
  if (part === "first") return "first";
  return part === "second" || part === "further" ? "later" : "";
}

function byDay(a: Opinion, b: Opinion): number {
  const left = `${a.on.value || "9999"}${a.createdAt}`;
  const right = `${b.on.value || "9999"}${b.createdAt}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
