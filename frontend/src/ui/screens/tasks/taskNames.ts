// What a task is called, and the address of what it is about. Pure.
import type { Task } from "../../../domain/tasks/tasks";
import { type KeyOf, messagesFrom } from "../../../i18n";
import tasksWords from "../../../i18n/en/tasks.json";

const t = messagesFrom(tasksWords);

/** The words of the person or of the screen that made it; else what it is about. */
export function taskName(task: Task): string {
  return task.what.value.trim() || t(`tasks.about.${task.about.value}`);
}

export type TaskLink = { href: string; words: KeyOf<typeof tasksWords> };

/** Null for a task of the person's own, and when the address is unknown. */
export function taskLink(task: Task): TaskLink | null {
  const of = task.of.value;
  switch (task.about.value) {
    case "ask-date":
      return { href: "/case/decide-by", words: "tasks.open.date" };
    case "ask-records":
    case "send-report":
      return { href: "/case/records", words: "tasks.open.records" };
    case "settle":
      return { href: "/case/reasons", words: "tasks.open.reasons" };
    case "book":
      return { href: "/case/doctors", words: "tasks.open.doctors" };
    case "discuss":
      return { href: of === "" ? "/case/opinions" : `/case/opinions/${of}`, words: "tasks.open.opinion" };
    case "next-step":
      return of === "" ? null : { href: `/case/visits/${of}`, words: "tasks.open.visit" };
    default:
      return null;
  }
}
