// Every problem of pairing in words, with the next step. Rare ones share a sentence.
import "../../../i18n/words/pair";
import type { PairingProblem } from "../../../cases/pairing";
import { isMessageKey, t } from "../../../i18n";

export function problemText(problem: PairingProblem): string {
  const key = `pair.problem.${problem}`;
  return isMessageKey(key) ? t(key) : t("pair.problem.general");
}

/** Whether another try with the same code is of no use. */
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
