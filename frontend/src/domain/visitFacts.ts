// What is known about the visits of a case: which one is next, which one is now, and what is still to write down about past ones.
import { type Consultation, consultations } from "./consultations";
import type { CaseDoc } from "./document";
import { isAhead } from "./guard";
import { sameName } from "./names";
import { notes } from "./notes";
import { holdsRows, opinions } from "./opinionEntries";
import { questions } from "./questionEntries";

export type VisitFact = { id: string; who: string; when: string };
export type VisitFacts = {
  consultations: number;
  visited: number;
  upcoming: VisitFact | null;
  /** Its time has come today, and nobody has said that it is over. */
  present: VisitFact | null;
  /** Past, and nothing is written about it. */
  silent: VisitFact | null;
  /** Past, and nobody has said which doctor's it was. */
  unnamed: VisitFact | null;
  /** Past, another doctor's, and what was advised is not written down. */
  unwritten: VisitFact | null;
  /** Who was chosen to be asked, when a name is written down, else "". */
  chosen: string;
  /** Another doctor was chosen: a visit stands for one, past or planned. */
  hasChosen: boolean;
  /** A further doctor is still to be heard. */
  hasPlanned: boolean;
  /** Another doctor has been heard. */
  hasHeard: boolean;
};
type Written = {
  visits: ReadonlySet<string>;
  opinions: ReadonlySet<string>;
  doctors: ReadonlySet<string>;
  told: number;
};

/** `now` is local (YYYY-MM-DDTHH:MM). */
export function visitFacts(doc: CaseDoc, now: string): VisitFacts {
  const all = consultations(doc);
  const dated = all.filter(({ when }) => when.value !== "");
  const past = dated.filter(({ when }) => !isAhead(when.value, now));
  const upcoming = dated.filter(({ when }) => isAhead(when.value, now));
  const written = writtenIn(doc);
  return {
    consultations: all.length,
    visited: past.length,
    upcoming: factOf(upcoming[0]),
    present: factOf(past.find((visit) => isPresent(visit, now) && !written.opinions.has(visit.id))),
    silent: factOf(past.find(({ id }) => !written.visits.has(id) && !written.opinions.has(id))),
    unnamed: factOf(past.find(({ part }) => part.value === "")),
    unwritten: factOf(past.find((visit) => isAnother(visit) && !isTold(visit, written))),
    chosen: all.find(isAnother)?.who.value.trim() ?? "",
    hasChosen: all.some((visit) => isAnother(visit) || visit.specialist.value !== "") || upcoming.some(isUnnamed),
    hasPlanned: upcoming.some(isAnother),
    hasHeard: past.some(isAnother) || written.told > 1,
  };
}

/** A visit to hear another doctor than the first one. */
export function isAnother({ part }: Consultation): boolean {
  return part.value === "second" || part.value === "further";
}

function isUnnamed({ part }: Consultation): boolean {
  return part.value === "";
}

function isPresent({ when, endedAt }: Consultation, now: string): boolean {
  return when.value.slice(0, 10) === now.slice(0, 10) && endedAt.value === "";
}

/** An opinion of that visit, or one of that doctor that belongs to no visit. */
function isTold({ id, who }: Consultation, written: Written): boolean {
  return written.opinions.has(id) || written.doctors.has(sameName(who.value));
}

function writtenIn(doc: CaseDoc): Written {
  const said = opinions(doc).filter(holdsRows);
  const answered = questions(doc).filter(({ answeredAt }) => answeredAt !== null);
  const visits = [...notes(doc), ...answered].flatMap(({ consultation }) => consultation.value ?? []);
  const loose = said.filter(({ consultation }) => consultation.value === "");
  return {
    visits: new Set(visits),
    opinions: new Set(said.map(({ consultation }) => consultation.value)),
    doctors: new Set(loose.map(({ who }) => sameName(who.value)).filter((name) => name !== "")),
    told: said.length,
  };
}

function factOf(visit: Consultation | undefined): VisitFact | null {
  return visit ? { id: visit.id, who: visit.who.value, when: visit.when.value } : null;
}
