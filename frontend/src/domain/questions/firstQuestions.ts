// The first three questions for a visit, by what the person was told. They are ideas of the bank, for the person to change; what they
// said is not kept.
import { type BankId, type BankQuestion, bank } from "./questionBank";

export const everyTold = ["operation", "illness", "medicine", "wait", "unsure"] as const;
export type Told = (typeof everyTold)[number];

const ideas: Record<Told, readonly [BankId, BankId, BankId]> = {
  operation: ["none", "smaller", "wrong"],
  illness: ["sure", "all", "wait"],
  medicine: ["likely", "sideEffects", "all"],
  wait: ["wait", "signs", "meanwhile"],
  unsure: ["name", "all", "wait"],
};

/** In the order in which they are asked: a visit may end after any of them. */
export function firstQuestions(told: Told): BankQuestion[] {
  return ideas[told].flatMap((id) => bank.filter((idea) => idea.id === id));
}
