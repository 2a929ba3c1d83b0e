// The journey of a case, and its one next step. It arranges and reminds; it never judges a case or a doctor. A stage is
// done when the person has said or written what it claims: one question is not yet a decision to ask, and planning a
// visit does not choose a doctor.

import type { CaseDoc } from "../case/document";
import type { AnswerTimeOfCountry } from "../letters/answerDue";
import { type Facts, factsOf } from "./facts";

export const stages = ["reasons", "prepare", "choose", "visit", "compare", "decide"] as const;
export type Stage = (typeof stages)[number];

/** What can come next, by the stage it belongs to. */
const stepsOf = {
  reasons: ["write-reasons", "ask-decide-by", "say-asking", "not-asking"],
  prepare: ["do-task", "write-questions", "list-records", "ask-for-records", "remind-clinic", "list-medicines"],
  choose: ["look-for-doctors", "plan-visit"],
  visit: ["go-prepared", "look-over-questions", "write-what-was-said", "name-visit"],
  compare: ["write-opinion", "write-both-opinions", "compare"],
  decide: ["talk-it-over", "decide", "decided"],
} as const;
export const nextSteps = Object.values(stepsOf).flat();
export type NextStep = (typeof nextSteps)[number];

/**
 * `steps` is what to do apart from the visits that are near, the most pressing first: at most three, and only one while
 * no day is known that they lead to. `next` is the first of them, or null.
 */
export type Journey = {
  facts: Facts;
  done: Record<Stage, boolean>;
  now: Stage;
  next: NextStep | null;
  steps: readonly NextStep[];
};

const MOST_STEPS = 3;

/** Reads the case at local time `now` (YYYY-MM-DDTHH:MM). */
export function journey(doc: CaseDoc, now: string, answerTimeOf: AnswerTimeOfCountry = () => null): Journey {
  const facts = factsOf(doc, now, answerTimeOf);
  const done = doneOf(facts);
  const steps = besidesVisits(facts);
  const next = steps[0] ?? null;
  return { facts, done, now: stageNow(facts, done, next), next, steps };
}

/** The stage that a step belongs to. */
export function stageOf(step: NextStep): Stage {
  return stages.find((stage) => stepsOf[stage].some((one) => one === step)) ?? "prepare";
}

/** The stage of the next step, or the first one after it that is not done. */
function stageNow({ near }: Facts, done: Record<Stage, boolean>, next: NextStep | null): Stage {
  const at = stages.indexOf(near.length > 0 || next === null ? "visit" : stageOf(next));
  return [...stages.slice(at), ...stages].find((stage) => !done[stage]) ?? "decide";
}

function doneOf(facts: Facts): Record<Stage, boolean> {
  return {
    reasons: facts.asking === "yes" || facts.asking === "not-now" || facts.wasHeard,
    prepare: isPrepared(facts),
    choose: facts.chosen !== null || facts.wasHeard,
    visit: facts.wasHeard && facts.silent === null && !facts.hasPlanned && facts.thisWeek.length === 0,
    compare: facts.hasCompared,
    decide: facts.hasDecided,
  };
}

/** Nothing on any list is still missing. */
function isPrepared({ questions, records, recordsHere, awaited, medicinesRecorded }: Facts): boolean {
  return questions > 0 && records > 0 && recordsHere === records && awaited.length === 0 && medicinesRecorded;
}

/** A visit within a week has a card that leads to preparing for it; during a visit there is no advice at all. */
function besidesVisits(facts: Facts): NextStep[] {
  const { near, thisWeek, upcoming, decideByDate, due } = facts;
  if (near.some(({ isNow }) => isNow)) return [];
  const steps = [...stepsIn(facts)].filter((step) => step !== null);
  const others = thisWeek.length > 0 ? steps.filter((step) => step !== "go-prepared") : steps;
  const leadsToADay = upcoming !== null || decideByDate !== "" || due !== null;
  return others.slice(0, leadsToADay ? MOST_STEPS : 1);
}

function* stepsIn(facts: Facts): Generator<NextStep | null> {
  yield atVisits(facts);
  yield facts.hasDecided ? null : beforeAsking(facts);
  if (facts.due) yield "do-task";
  if (facts.hasDecided) yield facts.upcoming ? "go-prepared" : "decided";
  else if (facts.hasHeard) yield afterwards(facts);
  else if (!isSettledFor(facts)) yield* preparing(facts);
  if (facts.unanswered > 0 && facts.thisWeek.length > 0) yield "look-over-questions";
}

function atVisits({ silent, unnamed, hasHeard }: Facts): NextStep | null {
  if (silent) return "write-what-was-said";
  // Only the person knows whether a second doctor was heard already.
  return unnamed && !hasHeard ? "name-visit" : null;
}

/** Nothing is prepared for somebody who does not ask, or has not begun to think of it. */
function isSettledFor(facts: Facts): boolean {
  const step = beforeAsking(facts);
  return step === "not-asking" || step === "write-reasons";
}

function beforeAsking(facts: Facts): NextStep | null {
  const isOnTheWay = facts.hasBooked || facts.hasHeard || facts.chosen !== null;
  if (facts.asking === "not-now" && !isOnTheWay) return "not-asking";
  if (facts.reasons + facts.questions === 0 && facts.asking === "" && !isOnTheWay) return "write-reasons";
  // Words are an answer: a person who was told that there is no rush has no date to ask for.
  if (facts.decideByDate === "" && facts.decideByWords === "") return "ask-decide-by";
  return facts.asking === "" && !isOnTheWay ? "say-asking" : null;
}

function* preparing(facts: Facts): Generator<NextStep> {
  if (facts.questions === 0) yield "write-questions";
  if (facts.records === 0) yield "list-records";
  if (facts.recordsToAskFor > 0) yield "ask-for-records";
  if (facts.overdue) yield "remind-clinic";
  if (!facts.medicinesRecorded) yield "list-medicines";
  if (facts.upcoming) yield "go-prepared";
  else yield facts.doctors === 0 && !facts.hasBooked && facts.chosen === null ? "look-for-doctors" : "plan-visit";
}

function afterwards(facts: Facts): NextStep {
  if (facts.unwritten) return "write-opinion";
  if (facts.opinions < 2) return "write-both-opinions";
  if (!facts.hasCompared) return "compare";
  if (facts.upcoming) return "go-prepared";
  if (facts.toDiscuss !== "" || !facts.hasDiscussed) return "talk-it-over";
  return "decide";
}
