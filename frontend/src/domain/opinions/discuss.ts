// Discussing a later opinion with the first doctor: one task for each such opinion, with the points to raise, and the
// differences as questions. What was deleted is not made again, and nothing is made twice.
import type { CaseDoc, Writer } from "../case/document";
import { questions, type Topic } from "../questions/questionEntries";
import { addQuestion, assignQuestion, setOrigin } from "../questions/questions";
import { type Task, taskEntries } from "../tasks/tasks";
import { holdsRows, type Opinion, type OpinionRow } from "./opinionEntries";
import { isFirstDoctors } from "./opinions";

/** The text of the task, passed in by the screen. `dueOn` is a calendar date or "". */
export type DiscussWords = { what: string; points: string; dueOn: string };
export type PointToRaise = { opinion: string; row: OpinionRow; text: string };

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

/** The task for the opinion. If two phones made one each, every phone shows the same one. */
export function discussTask(doc: CaseDoc, opinion: string): Task | null {
  return taskEntries.list(doc).filter((task) => isAbout(task, opinion))[0] ?? null;
}

/** The task, if it was deleted. */
export function removedDiscussTask(doc: CaseDoc, opinion: string): Task | null {
  return taskEntries.deleted(doc).find((task) => isAbout(task, opinion)) ?? null;
}

/** Makes the task once the opinion of another doctor holds words. Does nothing if the task exists or ever existed. */
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

/** Adds each missing point as a question, for the visit if there is one. Returns the ids of the new ones. */
export function askFirstDoctor(
  doc: CaseDoc,
  writer: Writer,
  points: readonly PointToRaise[],
  visit: string | null,
): string[] {
  const added: string[] = [];
  // One change each: a question takes its rank from the last one, which is known only after its change is over.
  for (const point of points) {
    if (isRaised(doc, point)) continue;
    const id = addQuestion(doc, writer, point.text, topicByRow[point.row]);
    setOrigin(doc, writer, id, originOf(point));
    if (visit !== null) assignQuestion(doc, writer, id, visit);
    added.push(id);
  }
  return added;
}

/** Whether a question was made from that part of the opinion, however it was reworded, or says the same words. */
export function isRaised(doc: CaseDoc, point: PointToRaise): boolean {
  return isAsked(doc, point.text) || questions(doc).some(({ origin }) => origin === originOf(point));
}

export function isAsked(doc: CaseDoc, text: string): boolean {
  return questions(doc).some((question) => question.text.trim() === text.trim());
}

/** Adds the points that the task's words do not contain yet below them. Returns those it added. */
export function addPoints(doc: CaseDoc, task: Task, points: readonly string[]): string[] {
  const lines = task.words.split("\n").map((line) => line.trim());
  const fresh = points.filter((point) => !lines.includes(point.trim()));
  if (fresh.length > 0) taskEntries.write(doc, task.id, "words", [task.words.trimEnd(), ...fresh].join("\n").trim());
  return fresh;
}

/** Removes those lines from the task's words again, once each, as they were added. A line that was changed stays. */
export function takePoints(doc: CaseDoc, id: string, points: readonly string[]): void {
  for (const point of points) {
    const lines = taskEntries.find(doc, id)?.words.split("\n") ?? [];
    const at = lines.lastIndexOf(point.trim());
    if (at !== -1) taskEntries.write(doc, id, "words", lines.filter((_, line) => line !== at).join("\n"));
  }
}

/** If two phones add the same points at once, each line is there twice: one of the two is removed. */
export function foldPoints(doc: CaseDoc, task: Task, points: readonly string[]): void {
  const lines = task.words.split("\n").map((line) => line.trim());
  takePoints(
    doc,
    task.id,
    points.filter((point) => lines.filter((line) => line === point.trim()).length > 1),
  );
}

function originOf({ opinion, row }: PointToRaise): string {
  return `opinion/${opinion}/${row}`;
}

function isAbout(task: Task, opinion: string): boolean {
  return task.about.value === "discuss" && task.of.value === opinion;
}
