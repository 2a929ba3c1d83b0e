// Every problem of joining a case in words, with the next step; what is not special to it is said as in pairing.
import "../../../i18n/words/companion";
import type { PairingProblem } from "../../../cases/pairing";
import { isMessageKey, t } from "../../../i18n";
import { problemText } from "../pair/problemText";

export function joinProblemText(problem: PairingProblem): string {
  const key = `join.problem.${problem}`;
  return isMessageKey(key) ? t(key) : problemText(problem);
}
