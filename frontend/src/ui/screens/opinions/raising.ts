// From the patient's marks to questions for the first doctor, in words.
import "../../../i18n/words/compare";
import "../../../i18n/words/opinions";
import type { OpenCase } from "../../../cases/book";
import { type Comparison, differencesIn } from "../../../domain/comparison";
import { addPoints, askFirstDoctor, discussTask, ensureDiscussTask, isAsked } from "../../../domain/discuss";
import type { CaseDoc } from "../../../domain/document";
import { deleteEntry } from "../../../domain/entries";
import { nextVisitWithFirst, type Opinion, type OpinionRow } from "../../../domain/opinions";
import { t } from "../../../i18n";
import { localNow } from "../../localNow";
import { offerUndo } from "../../undo";
import { discussWords } from "./discussing";
import { doctorName } from "./opinionNames";

/** Longer words are not repeated in the question: they stand in the opinion. */
const LETTERS_TO_REPEAT = 120;

export type Raised = { opinion: Opinion; row: OpinionRow; text: string; isAsked: boolean };

export function pointsToRaise(doc: CaseDoc, compared: Comparison): Raised[] {
  return differencesIn(compared).map(({ opinion, row }) => {
    const text = questionText(doc, opinion, row);
    return { opinion, row, text, isAsked: isAsked(doc, text) };
  });
}

/** Adds the questions and puts the points into the task of each opinion. The questions can be taken back at once. */
export function makeList({ doc, writer }: OpenCase, compared: Comparison): void {
  const points = pointsToRaise(doc, compared);
  const visit = nextVisitWithFirst(doc, localNow())?.id ?? null;
  const added = askFirstDoctor(doc, writer, points, visit);
  for (const { opinion } of compared.later) {
    ensureDiscussTask(doc, writer, opinion, discussWords(doc));
    const task = discussTask(doc, opinion.id);
    const own = points.filter((point) => point.opinion.id === opinion.id).map(({ text }) => text);
    if (task) addPoints(doc, task, own);
  }
  offerUndo(t("compare.listMade", { count: added.length }), () => {
    for (const id of added) deleteEntry(doc, "questions", id, writer);
  });
}

function questionText(doc: CaseDoc, opinion: Opinion, row: OpinionRow): string {
  const said = opinion[row].replace(/\s+/g, " ").trim().replace(/\.$/, "");
  const places = { row: t(`opinions.rows.${row}`), who: doctorName(doc, opinion), said };
  const canRepeat = said !== "" && said.length <= LETTERS_TO_REPEAT;
  return canRepeat ? t("compare.question", places) : t("compare.questionLong", places);
}
