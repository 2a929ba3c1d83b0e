// Every problem of pairing in words, with the next step. Rare ones share a sentence.
import "../../../i18n/words/pair";
import type { PairingProblem } from "../../../cases/pairing";
import { isMessageKey, t } from "../../../i18n";

export function problemText(problem: PairingProblem): string {
  const key = `pair.problem.${problem}`;
  return isMessageKey(key) ? t(key) : t("pair.problem.general");
}
