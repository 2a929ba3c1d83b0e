// The journey of a case, and its one next step. It arranges and reminds; it never judges a case or a doctor. A stage is
// done when the person has said or written what it claims: one question is not yet a decision to ask, and planning a
// visit does not choose a doctor.

import type { CaseDoc } from "../case/document";
import type { AnswerTimeOfCountry } from "../letters/answerDue";
import { type Facts, factsOf } from "./facts";

export const stages = ["reasons", "prepare", "choose", "consult", "compare", "decide"] as const;
export type Stage = (typeof stages)[number];

/** What can come next, by the stage it belongs to. Asking for the date comes first. */
const stepsOf = {
  reasons: ["write-reasons", "ask-decide-by", "say-asking", "not-asking"],
  prepare: ["write-questions", "list-records", "ask-for-records", "remind-clinic", "list-medicines"],
  choose: ["look-for-doctors", "plan-visit"],
  consult: ["go-prepared", "write-what-was-said", "name-visit"],
  compare: ["write-opinion", "write-both-opinions", "compare"],
  decide: ["talk-it-over", "decide", "decided"],
} as const;
export const nextSteps = Object.values(stepsOf).flat();
export type NextStep = (typeof nextSteps)[number];

/** `next` is what to do apart from the visits that are near; null when there is nothing else. */
export type Journey = { facts: Facts; done: Record<Stage, boolean>; now: Stage; next: NextStep | null };

/** Reads the case at local time `now` (YYYY-MM-DDTHH:MM). */
export function journey(doc: CaseDoc, now: string, answerTimeOf: AnswerTimeOfCountry = () => null): Journey {
  const facts = factsOf(doc, now, answerTimeOf);
  const done = doneOf(facts);
  const next = besidesVisits(facts);
  return { facts, done, now: stageNow(facts, done, next), next };
}

/** The stage of the next step, or the first one after it that is not done. */
function stageNow({ near }: Facts, done: Record<Stage, boolean>, next: NextStep | null): Stage {
  const isOf = (stage: Stage) => stepsOf[stage].some((step) => step === next);
  const at = stages.findIndex(near.length > 0 ? (stage) => stage === "consult" : isOf);
  return [...stages.slice(at), ...stages].find((stage) => !done[stage]) ?? "decide";
}

function doneOf(facts: Facts): Record<Stage, boolean> {
  return {
    reasons: facts.asking === "yes" || facts.asking === "not-now" || facts.wasHeard,
    prepare: isPrepared(facts),
    choose: facts.chosen !== null || facts.wasHeard,
    consult: facts.wasHeard && facts.silent === null && !facts.hasPlanned,
    compare: facts.hasCompared,
    decide: facts.hasDecided,
  };
}

/** Nothing on any list is still missing. */
function isPrepared({ questions, records, recordsHere, awaited, medicinesRecorded }: Facts): boolean {
  return questions > 0 && records > 0 && recordsHere === records && awaited.length === 0 && medicinesRecorded;
}

/** A visit within a day replaces the advice to prepare for it; during a visit there is no advice at all. */
function besidesVisits(facts: Facts): NextStep | null {
  const { near } = facts;
  if (near.some(({ isNow }) => isNow)) return null;
  const next = nextStep(facts);
  return near.length > 0 && next === "go-prepared" ? null : next;
}

function nextStep(facts: Facts): NextStep {
  return atVisits(facts) ?? atTheEnd(facts) ?? beforeAsking(facts) ?? preparing(facts) ?? afterwards(facts);
}

function atVisits({ silent, unnamed, hasHeard }: Facts): NextStep | null {
  if (silent) return "write-what-was-said";
  // Only the person knows whether a second doctor was heard already.
  return unnamed && !hasHeard ? "name-visit" : null;
}

function atTheEnd({ hasDecided, upcoming }: Facts): NextStep | null {
  if (!hasDecided) return null;
  return upcoming ? "go-prepared" : "decided";
}

function beforeAsking(facts: Facts): NextStep | null {
  const isOnTheWay = facts.hasBooked || facts.hasHeard || facts.chosen !== null;
  if (facts.asking === "not-now" && !isOnTheWay) return "not-asking";
  if (facts.reasons + facts.questions === 0 && facts.asking === "" && !isOnTheWay) return "write-reasons";
  // Words are an answer: a person who was told that there is no rush has no date to ask for.
  if (facts.decideByDate === "" && facts.decideByWords === "") return "ask-decide-by";
  return facts.asking === "" && !isOnTheWay ? "say-asking" : null;
}

function preparing(facts: Facts): NextStep | null {
  if (facts.hasHeard) return null;
  if (facts.questions === 0) return "write-questions";
  if (facts.records === 0) return "list-records";
  if (facts.recordsToAskFor > 0) return "ask-for-records";
  if (facts.overdue) return "remind-clinic";
  if (!facts.medicinesRecorded) return "list-medicines";
  if (facts.upcoming) return "go-prepared";
  return facts.doctors === 0 && !facts.hasBooked && facts.chosen === null ? "look-for-doctors" : "plan-visit";
}

function afterwards(facts: Facts): NextStep {
  if (facts.unwritten) return "write-opinion";
  if (facts.opinions < 2) return "write-both-opinions";
  if (!facts.hasCompared) return "compare";
  if (facts.upcoming) return "go-prepared";
  if (facts.toDiscuss !== "" || !facts.hasDiscussed) return "talk-it-over";
  return "decide";
}
