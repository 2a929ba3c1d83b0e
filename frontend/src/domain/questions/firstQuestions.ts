// The first three questions for a visit, depending on what the person was told. They are ideas from the bank, for the
// person to change; what the person was told is not stored.
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
