// The day on which this phone last saved a copy of a case, kept on this phone alone: in the case it would be one more
// change on every phone. Nothing typed is kept.
import { localDay } from "../../../i18n/dates";
import type { Settings } from "../../start/settings";

export function lastCopyOf({ recall }: Pick<Settings, "recall">, caseId: string): string {
  return recall(nameFor(caseId));
}

export function rememberCopy({ keep }: Pick<Settings, "keep">, caseId: string): void {
  keep(nameFor(caseId), localDay(new Date()));
}

function nameFor(caseId: string): string {
  return `copied/${caseId}`;
}
