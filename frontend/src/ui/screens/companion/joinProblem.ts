// Every problem of joining a case in words, with the next step; what is not special to it is said as in pairing.
import type { PairingProblem } from "../../../cases/sharing/pairing";
import { isKeyOf, messagesFrom } from "../../../i18n";
import companionWords from "../../../i18n/en/companion.json";
import { problemText } from "../pair/problemText";

const t = messagesFrom(companionWords);

export function joinProblemText(problem: PairingProblem): string {
  const key = `join.problem.${problem}`;
  return isKeyOf(companionWords, key) ? t(key) : problemText(problem);
}
