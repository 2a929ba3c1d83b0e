// The self-check "Should I ask?": reasons of the guide, ticked or not, in the patient's words. It only sorts: what fits a second
// opinion, and what is worth raising with the first doctor before. It never counts reasons, never weighs them, never advises.
// Two phones may tick the same reason at once: that is one reason with two entries, and nothing of either is lost.
import { type Concern, type ConcernFields, concernEntries, concerns, type Reason, reasonsByPoint } from "./concerns";
import type { CaseDoc, Field, Writer } from "./document";
import { deleteEntry, restoreEntry } from "./entries";
import { here } from "./instants";
import { type Task, taskEntries } from "./tasks";

export type GuideReason = Exclude<Reason, "own">;
export type Point = keyof typeof reasonsByPoint;
export type Raised = ConcernFields["raised"];

export const points: readonly Point[] = ["W1", "W2", "W3", "W4"];
/** Worries that one more talk with the first doctor may put right. */
export const firstTalk: readonly GuideReason[] = ["communication", "options-unclear", "not-heard"];

/** The ticked reasons in the order of the guide. */
export function tickedReasons(all: readonly Concern[]): GuideReason[] {
  const ticked = new Set<Reason>(all.map(({ reason }) => reason.value));
  return points.flatMap((point) => reasonsByPoint[point].filter((reason) => ticked.has(reason)));
}

export function concernsOf(all: readonly Concern[], reason: Reason): Concern[] {
  return all.filter((concern) => concern.reason.value === reason);
}

/** Ticks a reason. One that was ticked before comes back: its words, where raising it stands, and the task that reminds of it. */
export function tickReason(doc: CaseDoc, writer: Writer, reason: GuideReason): void {
  if (concernsOf(concerns(doc), reason).length > 0) return;
  const before = concernsOf(concernEntries.deleted(doc), reason);
  doc.transact(() => {
    for (const { id } of before) restoreEntry(doc, "concerns", id);
    if (before.length === 0) concernEntries.add(doc, writer, { reason });
  });
}

/** Takes the tick back, on every entry of the reason. Returns their ids, for `bringBack`. */
export function untickReason(doc: CaseDoc, writer: Writer, reason: GuideReason): string[] {
  const ids = concernsOf(concerns(doc), reason).map(({ id }) => id);
  doc.transact(() => {
    for (const id of ids) deleteEntry(doc, "concerns", id, writer);
  });
  return ids;
}

export function bringBack(doc: CaseDoc, ids: readonly string[]): void {
  doc.transact(() => {
    for (const id of ids) restoreEntry(doc, "concerns", id);
  });
}

/** Where raising a reason stands. Entries that say different things are two values, to be chosen from. */
export function raisedOf(group: readonly Concern[]): Field<Raised> {
  const [only] = group;
  if (only !== undefined && group.length === 1) return only.raised;
  const said = group
    .filter(({ raised }) => raised.value !== "" || raised.others.length > 0)
    .flatMap(({ raised }) => [raised.value, ...raised.others]);
  const [value = "", ...others] = new Set(said);
  return { value, others };
}

/** Says where raising it stands, for every entry of the reason. The task to raise it is done once it was raised. */
export function setRaised(doc: CaseDoc, writer: Writer, group: readonly Concern[], raised: Raised): void {
  doc.transact(() => {
    for (const { id } of group) concernEntries.set(doc, writer, id, { raised });
    for (const { id, doneAt } of settlingTasks(taskEntries.list(doc), group)) {
      const isDone = doneAt.value !== "";
      if (isDone !== (raised !== "")) taskEntries.set(doc, writer, id, { doneAt: raised === "" ? "" : here(writer) });
    }
  });
}

/** The tasks to raise this with the first doctor. */
export function settlingTasks(all: readonly Task[], group: readonly Concern[]): Task[] {
  return all.filter(({ about, of }) => about.value === "settle" && group.some(({ id }) => id === of.value));
}
