// The journey a case is on, and its one next step. It arranges and reminds; it never judges a case or a doctor.
import type { ClockOfCountry } from "./dayClock";
import type { CaseDoc } from "./document";
import { type Facts, factsOf } from "./facts";

export const stages = ["whether", "prepare", "choose", "consult", "compare", "decide"] as const;
export type Stage = (typeof stages)[number];

export const nextSteps = [
  "write-concerns",
  "ask-decide-by",
  "write-questions",
  "list-records",
  "ask-for-records",
  "remind-clinic",
  "list-medicines",
  "look-for-doctors",
  "plan-consultation",
  "go-prepared",
  "be-at-visit",
  "write-what-was-said",
  "name-visit",
  "write-opinion",
  "write-both-opinions",
  "compare",
  "talk-it-over",
  "decide",
  "decided",
] as const;
export type NextStep = (typeof nextSteps)[number];

export type Journey = { facts: Facts; done: Record<Stage, boolean>; now: Stage; next: NextStep };

/** Reads the case at local time `now` (YYYY-MM-DDTHH:MM). */
export function journey(doc: CaseDoc, now: string, clockOf: ClockOfCountry = () => null): Journey {
  const facts = factsOf(doc, now, clockOf);
  const done = doneOf(facts);
  return { facts, done, now: stages.find((stage) => !done[stage]) ?? "decide", next: nextStep(facts) };
}

function doneOf(facts: Facts): Record<Stage, boolean> {
  return {
    // Whoever writes questions or looks for another doctor has decided to ask.
    whether: facts.concerns > 0 || facts.questions > 0 || facts.specialists > 0 || facts.hasChosen,
    prepare: facts.questions > 0 && facts.records > 0 && facts.recordsHere === facts.records && facts.medicinesRecorded,
    choose: facts.hasChosen || facts.hasHeard,
    consult: facts.hasHeard && facts.silent === null && !facts.hasPlanned,
    compare: facts.hasCompared,
    decide: facts.hasDecided,
  };
}

function nextStep(facts: Facts): NextStep {
  return atVisits(facts) ?? atTheEnd(facts) ?? beforeAsking(facts) ?? preparing(facts) ?? afterwards(facts);
}

function atVisits({ present, silent, unnamed, hasHeard }: Facts): NextStep | null {
  if (present) return "be-at-visit";
  if (silent) return "write-what-was-said";
  // Whether a second doctor was heard already can only be known from the person.
  return unnamed && !hasHeard ? "name-visit" : null;
}

function atTheEnd({ hasDecided, upcoming }: Facts): NextStep | null {
  if (!hasDecided) return null;
  return upcoming ? "go-prepared" : "decided";
}

function beforeAsking(facts: Facts): NextStep | null {
  if (facts.concerns === 0 && facts.questions === 0 && !facts.hasChosen && !facts.hasHeard) return "write-concerns";
  // Words are an answer: whoever was told that there is no rush has no date to ask for.
  return facts.decideByDate === "" && facts.decideByWords === "" ? "ask-decide-by" : null;
}

function preparing(facts: Facts): NextStep | null {
  if (facts.hasHeard) return null;
  if (facts.questions === 0) return "write-questions";
  if (facts.records === 0) return "list-records";
  if (facts.recordsToAskFor > 0) return "ask-for-records";
  if (facts.overdue) return "remind-clinic";
  if (!facts.medicinesRecorded) return "list-medicines";
  if (facts.upcoming) return "go-prepared";
  return facts.specialists === 0 && !facts.hasChosen ? "look-for-doctors" : "plan-consultation";
}

function afterwards(facts: Facts): NextStep {
  if (facts.unwritten) return "write-opinion";
  if (facts.opinions < 2) return "write-both-opinions";
  if (!facts.hasCompared) return "compare";
  if (facts.upcoming) return "go-prepared";
  if (facts.toDiscuss !== "" || !facts.hasDiscussed) return "talk-it-over";
  return "decide";
}
