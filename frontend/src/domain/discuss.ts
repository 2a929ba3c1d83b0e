// Talking a later opinion over with the first doctor: one task for each such opinion, with the points to raise, and the
// differences as questions. What was deleted is not made again, and what is there is not made twice.
import type { CaseDoc, Writer } from "./document";
import { deleteEntry } from "./entries";
import { holdsRows, isFirstDoctors, type Opinion, type OpinionRow, opinions } from "./opinions";
import { addQuestion, assignQuestion, questions, type Topic } from "./questions";
import { type Task, taskEntries } from "./tasks";

/** What the task says; the words come from the screen. `dueOn` is a calendar date or "". */
export type DiscussWords = { what: string; points: string; dueOn: string };
export type PointToRaise = { row: OpinionRow; text: string };

const topicByRow: Record<OpinionRow, Topic> = {
  seen: "diagnosis",
  examined: "diagnosis",
  diagnosis: "diagnosis",
  sure: "diagnosis",
  recommended: "options",
  alternatives: "alternatives",
  benefits: "benefits",
  harms: "risks",
  ifWait: "waiting",
};

/** The task for the opinion. Two phones may have made one each: every phone shows the same one of them. */
export function discussTask(doc: CaseDoc, opinion: string): Task | null {
  return taskEntries.list(doc).filter((task) => isAbout(task, opinion))[0] ?? null;
}

/** The task, when it was taken off the list. */
export function removedDiscussTask(doc: CaseDoc, opinion: string): Task | null {
  return taskEntries.deleted(doc).find((task) => isAbout(task, opinion)) ?? null;
}

/** Makes the task once the opinion of another doctor holds words. Does nothing when it is, or ever was, there. */
export function ensureDiscussTask(doc: CaseDoc, writer: Writer, opinion: Opinion, words: DiscussWords): string | null {
  if (!holdsRows(opinion) || isFirstDoctors(doc, opinion)) return null;
  if (discussTask(doc, opinion.id) || removedDiscussTask(doc, opinion.id)) return null;
  return taskEntries.add(
    doc,
    writer,
    { what: words.what, about: "discuss", of: opinion.id, dueOn: words.dueOn },
    { words: words.points },
  );
}

/**
 * Hides a second task that another phone made for the same opinion, as long as nobody has put anything of their own into it.
 * Every phone hides the same one, and it stays among what was deleted.
 */
export function foldDiscussTasks(doc: CaseDoc, writer: Writer): void {
  for (const { id } of opinions(doc)) {
    const [kept, ...others] = taskEntries.list(doc).filter((task) => isAbout(task, id));
    const twins = kept ? others.filter((task) => isTwin(kept, task)) : [];
    for (const task of twins) deleteEntry(doc, "tasks", task.id, writer);
  }
}

/** Adds each point as a question that is not there yet, for the visit if there is one. Returns the ids of those added. */
export function askFirstDoctor(
  doc: CaseDoc,
  writer: Writer,
  points: readonly PointToRaise[],
  visit: string | null,
): string[] {
  const added: string[] = [];
  // One change each: a question takes its rank from the last one, which is known only after its change is over.
  for (const { row, text } of points) {
    if (isAsked(doc, text)) continue;
    const id = addQuestion(doc, writer, text, topicByRow[row]);
    if (visit !== null) assignQuestion(doc, writer, id, visit);
    added.push(id);
  }
  return added;
}

export function isAsked(doc: CaseDoc, text: string): boolean {
  return questions(doc).some((question) => question.text.trim() === text.trim());
}

/** Puts the points that are not in the task's words yet under them. */
export function addPoints(doc: CaseDoc, task: Task, points: readonly string[]): void {
  const lines = task.words.split("\n").map((line) => line.trim());
  const fresh = points.filter((point) => !lines.includes(point.trim()));
  if (fresh.length > 0) taskEntries.write(doc, task.id, "words", [task.words.trimEnd(), ...fresh].join("\n").trim());
}

function isAbout(task: Task, opinion: string): boolean {
  return task.about.value === "discuss" && task.of.value === opinion;
}

function isTwin(kept: Task, task: Task): boolean {
  return (
    task.words === kept.words &&
    task.what.value === kept.what.value &&
    task.doneAt.value === "" &&
    (task.dueOn.value === "" || task.dueOn.value === kept.dueOn.value)
  );
}
