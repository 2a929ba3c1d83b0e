// The page "Should I ask?": reasons of the guide, ticked or not, in the patient's words. It only sorts: what fits a
// second opinion, and what is worth raising with the first doctor beforehand. It never counts reasons, never weighs
// them, never advises. If two phones tick the same reason at once, it is one reason with two entries, and nothing of
// either is lost.

import type { CaseDoc, Field, Writer } from "../case/document";
import { deleteEntry, restoreEntry } from "../case/entries";
import { here } from "../days/instants";
import { type Task, taskEntries } from "../tasks/tasks";
import { type Reason, type ReasonFields, type ReasonName, reasonEntries, reasons, reasonsByPoint } from "./reasons";

export type GuideReason = Exclude<ReasonName, "own">;
export type GuidePoint = keyof typeof reasonsByPoint;
export type Raised = ReasonFields["raised"];

export const guidePoints: readonly GuidePoint[] = ["W1", "W2", "W3", "W4"];
/** Worries that one more talk with the first doctor may settle. */
export const firstTalk: readonly GuideReason[] = ["communication", "options-unclear", "not-heard"];

/** The ticked reasons in the order of the guide. */
export function tickedReasons(all: readonly Reason[]): GuideReason[] {
  const ticked = new Set<ReasonName>(all.map(({ which }) => which.value));
  return guidePoints.flatMap((point) => reasonsByPoint[point].filter((reason) => ticked.has(reason)));
}

export function reasonsOf(all: readonly Reason[], which: ReasonName): Reason[] {
  return all.filter((reason) => reason.which.value === which);
}

/** Ticks a reason. One that was ticked before comes back with its words, its raised state and its task. */
export function tickReason(doc: CaseDoc, writer: Writer, which: GuideReason): void {
  if (reasonsOf(reasons(doc), which).length > 0) return;
  const before = reasonsOf(reasonEntries.deleted(doc), which);
  doc.transact(() => {
    for (const { id } of before) restoreEntry(doc, "reasons", id);
    if (before.length === 0) reasonEntries.add(doc, writer, { which });
  });
}

/** Removes the tick from every entry of the reason. Returns their ids, for `bringBack`. */
export function untickReason(doc: CaseDoc, writer: Writer, which: GuideReason): string[] {
  const ids = reasonsOf(reasons(doc), which).map(({ id }) => id);
  doc.transact(() => {
    for (const id of ids) deleteEntry(doc, "reasons", id, writer);
  });
  return ids;
}

export function restoreReasons(doc: CaseDoc, ids: readonly string[]): void {
  doc.transact(() => {
    for (const id of ids) restoreEntry(doc, "reasons", id);
  });
}

/** Whether the reason was raised. Entries that disagree give two values, to choose from. */
export function raisedOf(group: readonly Reason[]): Field<Raised> {
  const [only] = group;
  if (only !== undefined && group.length === 1) return only.raised;
  const said = group
    .filter(({ raised }) => raised.value !== "" || raised.others.length > 0)
    .flatMap(({ raised }) => [raised.value, ...raised.others]);
  const [value = "", ...others] = new Set(said);
  return { value, others };
}

/** Records whether it was raised, for every entry of the reason. The task to raise it is done once it was raised. */
export function setRaised(doc: CaseDoc, writer: Writer, group: readonly Reason[], raised: Raised): void {
  doc.transact(() => {
    for (const { id } of group) reasonEntries.set(doc, writer, id, { raised });
    for (const { id, doneAt } of settlingTasks(taskEntries.list(doc), group)) {
      const isDone = doneAt.value !== "";
      if (isDone !== (raised !== "")) taskEntries.set(doc, writer, id, { doneAt: raised === "" ? "" : here(writer) });
    }
  });
}

/** The tasks to raise this with the first doctor. */
export function settlingTasks(all: readonly Task[], group: readonly Reason[]): Task[] {
  return all.filter(({ about, of }) => about.value === "settle" && group.some(({ id }) => id === of.value));
}
