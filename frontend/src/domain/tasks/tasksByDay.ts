// What there is to do, by day: every task in exactly one place. A day that has passed is a fact, never a reproach.
import { isDay } from "../days/days";
import { compareInstants } from "../days/instants";
import type { Task } from "./tasks";

export type TasksByDay = {
  /** Planned for a day that has passed; the oldest first. */
  overdue: Task[];
  today: Task[];
  /** Each day ahead with its tasks, in order. */
  later: { day: string; tasks: Task[] }[];
  noDay: Task[];
  /** Ticked ones, the last ticked first. */
  done: Task[];
};

/** Every task in exactly one place. `stay` are ids that were ticked just now and keep their place. */
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
    done: all.filter((task) => !isOpen(task)).sort((a, b) => compareInstants(b.doneAt.value, a.doneAt.value)),
  };
}

function groupedByDay(ordered: readonly Task[]): { day: string; tasks: Task[] }[] {
  const byDay = new Map<string, Task[]>();
  for (const task of ordered) byDay.set(task.dueOn.value, [...(byDay.get(task.dueOn.value) ?? []), task]);
  return [...byDay].map(([day, tasks]) => ({ day, tasks }));
}

function byDueDay(a: Task, b: Task): number {
  return a.dueOn.value < b.dueOn.value ? -1 : a.dueOn.value > b.dueOn.value ? 1 : 0;
}
