// The journey a case is on, and its one next step. It arranges and reminds; it never judges a case or a doctor.
import { consultations } from "./consultations";
import { decideBy } from "./decideBy";
import type { CaseDoc } from "./document";
import { medicineList } from "./medicines";
import { notes } from "./notes";
import { questions } from "./questions";
import { records } from "./records";

export const stages = ["whether", "prepare", "choose", "consult", "compare", "decide"] as const;
export type Stage = (typeof stages)[number];

export type NextStep =
  | "ask-decide-by"
  | "write-questions"
  | "list-records"
  | "ask-for-records"
  | "list-medicines"
  | "plan-consultation"
  | "go-prepared"
  | "write-what-was-said"
  | "talk-it-over";

export type Facts = {
  notes: number;
  questions: number;
  unanswered: number;
  records: number;
  recordsHere: number;
  recordsToAskFor: number;
  medicinesRecorded: boolean;
  consultations: number;
  upcoming: { id: string; who: string; when: string } | null;
  visited: number;
  visitedWithoutWords: { id: string; who: string } | null;
  decideByDate: string;
};

export type Journey = { facts: Facts; done: Record<Stage, boolean>; now: Stage; next: NextStep };

/** Reads the case at local time `now` (YYYY-MM-DDTHH:MM). */
export function journey(doc: CaseDoc, now: string): Journey {
  const facts = factsOf(doc, now);
  const done = doneOf(facts);
  const next = nextStep(facts);
  return { facts, done, now: stages.find((stage) => !done[stage]) ?? "decide", next };
}

function factsOf(doc: CaseDoc, now: string): Facts {
  const visits = consultations(doc);
  const asked = questions(doc);
  const held = records(doc);
  const written = notes(doc);
  const past = visits.filter((visit) => visit.when.value !== "" && visit.when.value <= now);
  const silent = past.find(
    (visit) =>
      !written.some((note) => note.consultation.value === visit.id) &&
      !asked.some((question) => question.consultation.value === visit.id && question.answeredAt !== null),
  );
  const upcoming = visits.find((visit) => visit.when.value > now);
  return {
    notes: written.length,
    questions: asked.length,
    unanswered: asked.filter((question) => question.answeredAt === null).length,
    records: held.length,
    recordsHere: held.filter((record) => record.status.value === "have").length,
    recordsToAskFor: held.filter((record) => record.status.value === "need").length,
    medicinesRecorded: medicineList(doc).state !== "not-recorded",
    consultations: visits.length,
    upcoming: upcoming ? { id: upcoming.id, who: upcoming.who.value, when: upcoming.when.value } : null,
    visited: past.length,
    visitedWithoutWords: silent ? { id: silent.id, who: silent.who.value } : null,
    decideByDate: decideBy(doc).date.value,
  };
}

function doneOf(facts: Facts): Record<Stage, boolean> {
  return {
    whether: facts.questions > 0,
    prepare: facts.questions > 0 && facts.records > 0 && facts.recordsHere === facts.records && facts.medicinesRecorded,
    choose: facts.visited > 0 || facts.upcoming !== null,
    consult: facts.visited > 0 && facts.visitedWithoutWords === null && facts.upcoming === null,
    // Nothing that is written down tells that these two are finished; only the person could say so.
    compare: false,
    decide: false,
  };
}

function nextStep(facts: Facts): NextStep {
  if (facts.visitedWithoutWords) return "write-what-was-said";
  if (facts.decideByDate === "") return "ask-decide-by";
  if (facts.questions === 0) return "write-questions";
  if (facts.records === 0) return "list-records";
  if (facts.recordsToAskFor > 0) return "ask-for-records";
  if (!facts.medicinesRecorded) return "list-medicines";
  if (facts.upcoming) return "go-prepared";
  return facts.visited === 0 ? "plan-consultation" : "talk-it-over";
}
