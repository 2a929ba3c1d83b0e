// Turns the patient's marks into questions for the first doctor.
import type { OpenCase } from "../../../cases/documents/book";
import type { CaseDoc } from "../../../domain/case/document";
import { deleteEntry } from "../../../domain/case/entries";
import { type Comparison, differencesIn } from "../../../domain/opinions/comparison";
import {
  addPoints,
  askFirstDoctor,
  discussTask,
  ensureDiscussTask,
  foldPoints,
  isRaised,
  takePoints,
} from "../../../domain/opinions/discuss";
import type { Opinion, OpinionRow } from "../../../domain/opinions/opinionEntries";
import { nextVisitWithFirst } from "../../../domain/opinions/opinions";
import { messagesFrom } from "../../../i18n";
import compareWords from "../../../i18n/en/compare.json";
import opinionsWords from "../../../i18n/en/opinions.json";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { localNow } from "../../start/localNow";
import { offerUndo } from "../../start/undo";
import { discussWords } from "./discussing";

const t = messagesFrom(compareWords, opinionsWords);

/** Longer text is not repeated in the question: it is in the opinion. */
const LETTERS_TO_REPEAT = 120;

export type Raised = { opinion: Opinion; row: OpinionRow; text: string; isAsked: boolean };

export function pointsToRaise(doc: CaseDoc, compared: Comparison): Raised[] {
  return differencesIn(compared).map(({ opinion, row }) => {
    const text = questionText(doc, opinion, row);
    return { opinion, row, text, isAsked: isRaised(doc, { opinion: opinion.id, row, text }) };
  });
}

/** Adds the questions and puts the points into the task of each opinion. One undo takes back both. */
export function makeList({ doc, writer }: OpenCase, compared: Comparison): void {
  const points = pointsToRaise(doc, compared).filter(({ isAsked }) => !isAsked);
  const visit = nextVisitWithFirst(doc, localNow())?.id ?? null;
  const asked = points.map(({ opinion, row, text }) => ({ opinion: opinion.id, row, text }));
  const added = askFirstDoctor(doc, writer, asked, visit);
  const put = compared.later.flatMap(({ opinion }) => {
    ensureDiscussTask(doc, writer, opinion, discussWords(doc));
    const task = discussTask(doc, opinion.id);
    return task ? [{ task: task.id, lines: addPoints(doc, task, textsOf(points, opinion)) }] : [];
  });
  offerUndo(t("compare.listMade", { count: added.length }), () => {
    for (const id of added) deleteEntry(doc, "questions", id, writer);
    for (const { task, lines } of put) takePoints(doc, task, lines);
  });
}

/** Call where nobody is writing in the task: a line that two phones added at once is reduced to one. */
export function foldRaised(doc: CaseDoc, compared: Comparison): void {
  const points = pointsToRaise(doc, compared);
  for (const { opinion } of compared.later) {
    const task = discussTask(doc, opinion.id);
    if (task) foldPoints(doc, task, textsOf(points, opinion));
  }
}

function textsOf(points: readonly Raised[], { id }: Opinion): string[] {
  return points.filter(({ opinion }) => opinion.id === id).map(({ text }) => text);
}

function questionText(doc: CaseDoc, opinion: Opinion, row: OpinionRow): string {
  const said = opinion[row].replace(/\s+/g, " ").trim().replace(/\.$/, "");
  const values = { row: t(`opinions.rows.${row}`), who: doctorOfOpinion(doc, opinion), said };
  if (said === "") return t("compare.questionUnsaid", values);
  return said.length <= LETTERS_TO_REPEAT ? t("compare.question", values) : t("compare.questionLong", values);
}
