// The day on which this phone last saved a copy of a case, and how much was written in it by then. Kept on this phone
// alone: in the case it would be one more change on every phone. Nothing typed is kept.
import { localDay } from "../../i18n/dates";
import type { Settings } from "./settings";

/** `day`: YYYY-MM-DD, "" for none. `revision`: of the case, when the copy was made. */
export type LastCopy = { day: string; revision: number };

export function lastCopyOf({ recall }: Pick<Settings, "recall">, caseId: string): LastCopy {
  const [day = "", revision = "0"] = recall(nameFor(caseId)).split(" ");
  return { day, revision: Number(revision) };
}

export function rememberCopy({ keep }: Pick<Settings, "keep">, caseId: string, revision: number): void {
  keep(nameFor(caseId), `${localDay(new Date())} ${revision}`);
}

function nameFor(caseId: string): string {
  return `copied/${caseId}`;
}
