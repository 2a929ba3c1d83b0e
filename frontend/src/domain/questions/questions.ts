// Questions: the patient's own, grouped by topic, ranked, ticked with answer and time. The first three are the top three.
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import {
  type CaseDoc,
  clearMark,
  type EntryMap,
  editText,
  markAlone,
  readText,
  type Writer,
  writeField,
  writeMark,
} from "../case/document";
import { changeEntry } from "../case/entries";
import { here } from "../days/instants";
import { COMES_TO, type Question, questionEntries, questions, type Topic } from "./questionEntries";

/** Adds a question at the end of the ranking. `bank` is the idea that it came from, or "". */
export function addQuestion(doc: CaseDoc, writer: Writer, text: string, topic: Topic = "other", bank = ""): string {
  const rank = generateKeyBetween(questions(doc).filter(isRanked).at(-1)?.rank ?? null, null);
  return questionEntries.add(doc, writer, bank === "" ? { topic, rank } : { topic, rank, bank }, { text });
}

export function editQuestion(doc: CaseDoc, id: string, text: string): void {
  questionEntries.write(doc, id, "text", text);
}

export function setTopic(doc: CaseDoc, writer: Writer, id: string, topic: Topic): void {
  questionEntries.set(doc, writer, id, { topic });
}

export function assignQuestion(doc: CaseDoc, writer: Writer, id: string, visit: string | null): void {
  questionEntries.set(doc, writer, id, { visit });
}

/** Keeps the question for one visit; with null for none, so that it goes along to every visit until it is answered. */
export function keepQuestion(doc: CaseDoc, writer: Writer, id: string, visit: string | null): void {
  doc.transact(() => {
    assignQuestion(doc, writer, id, visit);
    // Keeping it for a visit overrides having left it out there.
    if (visit !== null) comeAlong(doc, writer, id, visit, null);
  });
}

/** Takes the question along to a visit on purpose, or out of that visit; null cancels what was said about it. */
export function comeAlong(doc: CaseDoc, writer: Writer, id: string, visit: string, isComing: boolean | null): void {
  changeEntry(doc, "questions", id, (entry) => {
    if (isComing === null) clearMark(entry, COMES_TO, visit);
    else writeMark(entry, COMES_TO, visit, isComing, writer);
  });
}

export function setOrigin(doc: CaseDoc, writer: Writer, id: string, origin: string): void {
  questionEntries.set(doc, writer, id, { origin });
}

/** Writes the answer, its author and its time. A question answered at a `visit` belongs to that visit from then on. */
export function editAnswer(
  doc: CaseDoc,
  writer: Writer,
  id: string,
  answer: string,
  visit: string | null = null,
): void {
  changeEntry(doc, "questions", id, (entry) => {
    const isBegun = readText(entry, "answer").trim() === "" && answer.trim() !== "";
    editText(entry, "answer", answer);
    if (isBegun) beginAnswer(entry, writer);
    else if (answer.trim() !== "") writeMark(entry, "answerBy", writer.author, true, writer);
    if (visit !== null) writeField(entry, "visit", visit, writer);
  });
}

/** Ticks the question with the current time, or removes the tick. The answer stays either way. */
export function tickQuestion(
  doc: CaseDoc,
  writer: Writer,
  id: string,
  ticked: boolean,
  visit: string | null = null,
): void {
  changeEntry(doc, "questions", id, (entry) => {
    writeField(entry, "answeredAt", ticked ? here(writer) : null, writer);
    if (ticked && visit !== null) writeField(entry, "visit", visit, writer);
  });
}

/** Moves a question to `position` (0 is the first) among all questions, as one change. */
export function moveQuestion(doc: CaseDoc, writer: Writer, id: string, position: number): void {
  const others = questions(doc).filter((question) => question.id !== id);
  const at = Math.max(0, Math.min(position, others.length));
  const before = others.slice(0, at).filter(isRanked).at(-1)?.rank ?? null;
  // Two phones may have given one rank to several questions. No rank lies between equal ones, so those behind get new
  // ranks, too.
  const equal = before === null ? [] : others.slice(at).filter(({ rank }) => rank <= before);
  const behind = others.slice(at + equal.length).find(isRanked);
  const ranks = generateNKeysBetween(before, behind?.rank ?? null, equal.length + 1);
  doc.transact(() => {
    for (const [nth, moved] of [id, ...equal.map((question) => question.id)].entries()) {
      changeEntry(doc, "questions", moved, (entry) => writeField(entry, "rank", ranks[nth] ?? null, writer));
    }
  });
}

/** The first letter of an answer: the author of earlier words that were erased no longer counts. */
function beginAnswer(entry: EntryMap, writer: Writer): void {
  writeField(entry, "answerBegunAt", here(writer), writer);
  markAlone(entry, "answerBy", writer.author, writer);
}

/** Whether there are ranks before and after its own: somebody may have written a rank that this app never makes. */
function isRanked({ rank }: Question): boolean {
  try {
    generateKeyBetween(rank, null);
    return true;
  } catch {
    return false;
  }
}
