// The draft of an opinion: what was written down at the visit, already in the part where it belongs, to be edited
// instead of typed again. A question from the bank knows its part, any other uses its topic, and the rest goes into
// "more". Words are filled in when the opinion is begun, or when somebody puts them there; existing words are never
// overwritten.
import type { CaseDoc, Writer } from "../case/document";
import { type Note, notes } from "../journal/notes";
import type { BankId } from "../questions/questionBank";
import { type Question, questionEntries, questions, type Topic } from "../questions/questionEntries";
import { belongsTo } from "../visits/goingAlong";
import { type Opinion, type OpinionPart, opinionEntries, opinionParts } from "./opinionEntries";

/** An answer or a note of the visit, in the form it has in an opinion. */
export type Piece = { id: string; kind: "answer" | "note"; text: string; part: OpinionPart | null };

const partByTopic: Record<Topic, OpinionPart> = {
  diagnosis: "diagnosis",
  options: "recommended",
  risks: "harms",
  benefits: "benefits",
  alternatives: "alternatives",
  waiting: "ifWait",
  cost: "more",
  practical: "more",
  other: "more",
};

/** Ideas whose row differs from that of their topic. */
const partByIdea: { [idea in BankId]?: OpinionPart } = {
  sure: "sure",
  test: "sure",
  slides: "examined",
  all: "alternatives",
  team: "more",
  often: "more",
  change: "sure",
  none: "ifWait",
  meanwhile: "more",
};

/** The answers of the visit in the order of its questions, then its notes, the oldest first. */
export function piecesOf(doc: CaseDoc, visitId: string): Piece[] {
  const answered = questions(doc).filter((question) => belongsTo(question, visitId) && question.answer.trim() !== "");
  const noted = notes(doc).filter(({ visit, text }) => visit.value === visitId && text.trim() !== "");
  return [
    ...answered.map(
      (question): Piece => ({ id: question.id, kind: "answer", text: spoken(question), part: partFor(question) }),
    ),
    ...noted.reverse().map((note) => pieceOfNote(note, questionEntries.find(doc, note.question.value))),
  ];
}

/** What a companion wrote about a question counts as its answer while the patient wrote none. */
function pieceOfNote({ id, text }: Note, asked: Question | null): Piece {
  if (asked === null) return { id, kind: "note", text: text.trim(), part: null };
  const kind = asked.answer.trim() === "" ? "answer" : "note";
  return { id, kind, text: spoken({ text: asked.text, answer: text }), part: partFor(asked) };
}

/** The words with which an opinion of that visit begins. The person puts notes where they belong. */
export function draftOf(pieces: readonly Piece[]): Partial<Record<OpinionPart, string>> {
  const draft: Partial<Record<OpinionPart, string>> = {};
  for (const { part, text } of pieces) {
    if (part !== null) draft[part] = joined(draft[part] ?? "", text);
  }
  return draft;
}

/** Records which pieces the opinion holds already. */
export function markDrawn(doc: CaseDoc, writer: Writer, opinion: string, pieces: readonly Piece[]): void {
  for (const { id } of pieces) opinionEntries.mark(doc, writer, opinion, "drawn", id, true);
}

/** What was written down at the visit and was never put into the opinion. */
export function undrawn(doc: CaseDoc, { visit, drawn }: Opinion): Piece[] {
  if (visit.value === "") return [];
  return piecesOf(doc, visit.value).filter(({ id }) => !drawn.includes(id));
}

/** The pieces still beside the rows, word for word: each can be moved to its row. */
export function movable(doc: CaseDoc, { visit, drawn, more }: Opinion): Piece[] {
  if (visit.value === "") return [];
  return piecesOf(doc, visit.value).filter(({ id, text }) => drawn.includes(id) && spotsOf(more, text).length > 0);
}

/** Puts a piece into a part of the opinion and removes it from "more", where it may have been. */
export function putUnder(doc: CaseDoc, writer: Writer, opinion: string, piece: Piece, part: OpinionPart): void {
  const now = opinionEntries.find(doc, opinion);
  if (now === null) return;
  doc.transact(() => {
    if (part !== "more") opinionEntries.write(doc, opinion, "more", without(now.more, piece.text));
    if (spotsOf(now[part], piece.text).length === 0) {
      opinionEntries.write(doc, opinion, part, joined(now[part], piece.text));
    }
    opinionEntries.mark(doc, writer, opinion, "drawn", piece.id, true);
  });
}

/** If two phones put a piece into one opinion at once, it is there twice: one of the two is removed. */
export function foldDrawn(doc: CaseDoc, opinion: Opinion): void {
  const texts = piecesOf(doc, opinion.visit.value).map(({ text }) => text);
  for (const part of opinionParts) {
    const words = opinion[part];
    const folded = texts.reduce(once, onceWhole(words, texts));
    if (folded !== words) opinionEntries.write(doc, opinion.id, part, folded);
  }
}

function partFor({ bank, topic }: Question): OpinionPart {
  return Object.entries(partByIdea).find(([idea]) => idea === bank)?.[1] ?? partByTopic[topic.value] ?? "more";
}

/** An answer says little without its question: "No" can be good news or bad. */
function spoken({ text, answer }: Pick<Question, "text" | "answer">): string {
  return `${text.trim()}\n${answer.trim()}`.trim();
}

const BETWEEN = "\n\n";

function joined(before: string, text: string): string {
  return before.trim() === "" ? text : `${before.trimEnd()}${BETWEEN}${text}`;
}

/** Where the text is among the words as a paragraph of its own; it may contain empty lines itself. */
function spotsOf(words: string, text: string): number[] {
  const withCheck = BETWEEN + words + BETWEEN;
  const wanted = BETWEEN + text + BETWEEN;
  const spots: number[] = [];
  for (let at = withCheck.indexOf(wanted); at !== -1; at = withCheck.indexOf(wanted, at + 1)) spots.push(at);
  return spots;
}

/** The words without the last paragraph that is this text. */
function without(words: string, text: string): string {
  const at = spotsOf(words, text).at(-1);
  if (at === undefined) return words;
  const before = words.slice(0, Math.max(0, at - BETWEEN.length));
  return before + words.slice(at + text.length + (at === 0 ? BETWEEN.length : 0));
}

/** If the part was empty on both phones, nothing separates the two copies. */
function once(words: string, text: string): string {
  const [at] = spotsOf(words, text + text);
  const parted = at === undefined ? words : words.slice(0, at) + words.slice(at + text.length);
  return spotsOf(parted, text).length > 1 ? without(parted, text) : parted;
}

function onceWhole(words: string, texts: readonly string[]): string {
  const half = words.slice(0, words.length / 2);
  return half + half === words && texts.some((text) => spotsOf(half, text).length > 0) ? half : words;
}
