// What is done after a visit: the next steps as tasks, and the opinion that the doctor gave. A visit has one opinion:
// asking again returns the same one. Must not write an opinion for anybody; it only fills the page with what they
// wrote.

import type { CaseDoc, Writer } from "../case/document";
import { here } from "../days/instants";
import { draftOf, markDrawn, piecesOf } from "../opinions/opinionDraft";
import { opinionEntries, opinions } from "../opinions/opinionEntries";
import { whoseFrom } from "../opinions/opinions";
import { type Task, taskEntries, tasks } from "../tasks/tasks";
import { type LeftOpen, leaveOpen, takeBack } from "./carryOver";
import { visitingOf } from "./goingAlong";
import { setVisit, type Visit, visits } from "./visits";

/** The tasks that were written down as next steps of the visit, in the order of writing. */
export function nextSteps(doc: CaseDoc, visit: string): Task[] {
  return tasks(doc).filter((task) => task.about.value === "next-step" && task.of.value === visit);
}

export function addNextStep(doc: CaseDoc, writer: Writer, visit: string): string {
  return taskEntries.add(doc, writer, { about: "next-step", of: visit });
}

/**
 * The id of the opinion of this visit. If there is none, it is begun, on the day of the visit or else `today`, with
 * what was written down there; an existing one is left as it is.
 */
export function openOpinion(doc: CaseDoc, writer: Writer, visit: Visit, today: string): string {
  const there = opinions(doc).find(({ visit: from }) => from.value === visit.id);
  if (there) return there.id;
  const on = visit.when.value.slice(0, 10) || today;
  const who = visit.who.value.trim();
  // A visit that says which opinion it is for gives the answer itself, even if that is corrected later.
  const isOpen = visit.part.value === "" || visit.part.value === "other";
  const whose = isOpen ? whoseFrom(doc, who, on) : "";
  const answers = piecesOf(doc, visit.id).filter(({ kind }) => kind === "answer");
  const fields = { visit: visit.id, origin: visit.id, who, on, ...(whose !== "" && { whose }) };
  return doc.transact(() => {
    const id = opinionEntries.add(doc, writer, fields, draftOf(answers));
    markDrawn(doc, writer, id, answers);
    return id;
  });
}

/** A visit that was marked as over: the end it had before, and the questions that it left open. */
export type Ended = { visit: string; before: string; left: readonly LeftOpen[] };

/**
 * Stores the time at which the visit ended, and what it left open. Null if it did not end: looking through the room
 * before the day of the visit does not end it. `today` is local (YYYY-MM-DD).
 */
export function endVisit(doc: CaseDoc, writer: Writer, visit: Visit, today: string): Ended | null {
  if (visit.when.value.slice(0, 10) > today) return null;
  const left = leaveOpen(doc, writer, visitingOf(visit, visits(doc), today));
  setVisit(doc, writer, visit.id, { endedAt: here(writer) });
  return { visit: visit.id, before: visit.endedAt.value, left };
}

/** Records that the visit is not over after all. */
export function goOn(doc: CaseDoc, writer: Writer, { visit, before, left }: Ended): void {
  setVisit(doc, writer, visit, { endedAt: before });
  takeBack(doc, writer, left, visit);
}
