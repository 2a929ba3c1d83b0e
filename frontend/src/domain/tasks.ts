// Tasks: things to do, with a day. Some the patient writes, some a screen offers (talk the second opinion over with the first
// doctor, ask for a date, ask for a report). A task never presses.
import type { CaseDoc, Writer } from "./document";
import { here } from "./instants";
import { describeKind, type EntryOf } from "./kind";

export const taskAbouts = [
  "own",
  "discuss",
  "ask-date",
  "ask-records",
  "send-report",
  "settle",
  "book",
  "next-step",
] as const;
export type TaskAbout = (typeof taskAbouts)[number];

export type TaskFields = {
  what: string;
  about: TaskAbout;
  /** The id of the entry it belongs to (a visit, a record, an opinion), or "". */
  of: string;
  /** Calendar date (YYYY-MM-DD) or "". */
  dueOn: string;
  /** Instant (ISO 8601) or "". */
  doneAt: string;
};
export type Task = EntryOf<TaskFields, "words">;

export const taskEntries = describeKind<TaskFields, "words">({
  kind: "tasks",
  fields: { what: "", about: "own", of: "", dueOn: "", doneAt: "" },
  texts: ["words"],
  said: ["what"],
});
export const tasks = taskEntries.list;

/** Ticks a task with the present time, or takes the tick back. */
export function tickTask(doc: CaseDoc, writer: Writer, id: string, done: boolean): void {
  taskEntries.set(doc, writer, id, { doneAt: done ? here(writer) : "" });
}
