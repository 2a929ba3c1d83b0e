// Tasks: things to do, with a day. Some the patient writes, some a screen offers (talk the second opinion over with the first
// doctor, ask for a date, ask for a report). A task never presses.
import { isDay } from "./days";
import type { CaseDoc, Writer } from "./document";
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

export type TasksByDay = {
  /** Planned for a day that is over; the oldest first. */
  overdue: Task[];
  today: Task[];
  /** Each day ahead with its tasks, in order. */
  later: { day: string; tasks: Task[] }[];
  noDay: Task[];
  /** Ticked ones, the last ticked first. */
  done: Task[];
};

/** Every task in exactly one place. `stay` are ids that keep their place though they are ticked: they were ticked just now. */
export function tasksByDay(all: readonly Task[], today: string, stay: ReadonlySet<string> = new Set()): TasksByDay {
  const isOpen = (task: Task) => task.doneAt.value === "" || stay.has(task.id);
  const open = all.filter(isOpen);
  const dated = open.filter((task) => isDay(task.dueOn.value)).sort(byDueDay);
  const ahead = dated.filter((task) => task.dueOn.value > today);
  return {
    overdue: dated.filter((task) => task.dueOn.value < today),
    today: dated.filter((task) => task.dueOn.value === today),
    later: groupedByDay(ahead),
    noDay: open.filter((task) => !isDay(task.dueOn.value)),
    done: all.filter((task) => !isOpen(task)).sort((a, b) => (a.doneAt.value < b.doneAt.value ? 1 : -1)),
  };
}

/** Ticks a task with the present time, or takes the tick back. */
export function tickTask(doc: CaseDoc, writer: Writer, id: string, done: boolean): void {
  taskEntries.set(doc, writer, id, { doneAt: done ? writer.now() : "" });
}

function groupedByDay(ordered: readonly Task[]): { day: string; tasks: Task[] }[] {
  const byDay = new Map<string, Task[]>();
  for (const task of ordered) byDay.set(task.dueOn.value, [...(byDay.get(task.dueOn.value) ?? []), task]);
  return [...byDay].map(([day, tasks]) => ({ day, tasks }));
}

function byDueDay(a: Task, b: Task): number {
  return a.dueOn.value < b.dueOn.value ? -1 : a.dueOn.value > b.dueOn.value ? 1 : 0;
}
