// Tasks: things to do, with a day. The patient writes some; screens offer others (discuss the second opinion with the
// first doctor, ask for a date, ask for a report). A task never nags.
import { defineKind, type EntryOf, type ValuesOf } from "../case/defineKind";
import type { CaseDoc, Writer } from "../case/document";
import { aside, day, link, longText, moment, oneOf, words } from "../case/fields";
import { here } from "../days/instants";

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

export const taskEntries = defineKind("tasks", {
  what: words(),
  about: aside(oneOf(taskAbouts, "own")),
  // The entry it belongs to: a visit, a record, an opinion.
  of: aside(link()),
  dueOn: day(),
  doneAt: moment(),
  words: longText(),
});
export type Task = EntryOf<typeof taskEntries>;
export type TaskFields = ValuesOf<typeof taskEntries>;
export type TaskAbout = TaskFields["about"];

export const tasks = taskEntries.list;

/** Ticks a task with the current time, or removes the tick. */
export function tickTask(doc: CaseDoc, writer: Writer, id: string, done: boolean): void {
  taskEntries.set(doc, writer, id, { doneAt: done ? here(writer) : "" });
}
