// Every problem of pairing in words, with the next step. Rare ones share a sentence.
import type { PairingProblem } from "../../../cases/sharing/pairing";
import { isKeyOf, messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";

const t = messagesFrom(pairWords);

export function problemText(problem: PairingProblem): string {
  const key = `pair.problem.${problem}`;
  return isKeyOf(pairWords, key) ? t(key) : t("pair.problem.general");
}

/** Whether trying the same code again is useless. */
export function isFinal(problem: PairingProblem): boolean {
  return [
    "bad_code",
    "damaged_invite",
    "phone_invite",
    "own_case",
    "invite_used",
    "invite_expired",
    "not_found",
  ].includes(problem);
}
