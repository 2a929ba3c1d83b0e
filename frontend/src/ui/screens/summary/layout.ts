// Where each section goes on the page, into which pieces its text may be cut, and how much each piece matters. Pure.

import { type SheetSection, sheetSections } from "../../../domain/summary/summary";
import { briefDay } from "../../text/settled";
import type { SheetPart } from "./contents";
import { type Block, inPieces } from "./fitToPage";

export type LaidEntry = { id: string; lead: string; pieces: string[] };
/** `beyond` counts entries that could never fit on a page: they are not even measured. */
export type LaidPart = { section: SheetSection; entries: LaidEntry[]; beyond: number };

/** A paragraph of about three lines on paper. */
const MOST_LETTERS = 260;
/** More lines than fit on a page in the smallest type. */
const MOST_ENTRIES = 60;
const MOST_PIECES = 5;
const MOST_PIECES_OF_WHY = 20;
/** This many entries of a section come before the further entries of any other. */
const firstOf: Record<SheetSection, number> = {
  why: 1,
  decideBy: 1,
  questions: 3,
  allergies: 8,
  medicines: 12,
  conditions: 6,
  symptoms: 3,
  happened: 3,
  records: 3,
  opinions: 2,
};
const FIRST_OF_WHY = 3;

/** The page from top to bottom; a row with two lists has two columns. */
export const rows: readonly (readonly (readonly SheetSection[])[])[] = [
  [["why", "decideBy", "questions"]],
  [
    ["allergies", "conditions", "records"],
    ["medicines", "symptoms"],
  ],
  [["happened", "opinions"]],
];

export function laidOut(parts: readonly SheetPart[]): LaidPart[] {
  return parts.map(({ section, entries }) => ({
    section,
    entries: entries.slice(0, MOST_ENTRIES).map(({ id, words, day = "" }) => ({
      id,
      lead: briefDay(day),
      pieces: piecesOf(words, section === "why" ? MOST_PIECES_OF_WHY : MOST_PIECES),
    })),
    beyond: Math.max(0, entries.length - MOST_ENTRIES),
  }));
}

/** The measured page as blocks to fit: `heights` by part and piece, in the order of the entries. */
export function blocksOf(
  parts: readonly LaidPart[],
  heads: readonly number[],
  heights: readonly (readonly number[])[],
): Block[] {
  return parts.map((part, at) => ({
    ...placeOf(part.section),
    head: heads[at] ?? 0,
    pieces: ranked(part).map((piece, index) => ({ ...piece, height: heights[at]?.[index] ?? 0 })),
  }));
}

/** Whether each piece of each entry is kept, from one flat list per part. */
export function keptByEntry({ entries }: LaidPart, kept: readonly boolean[]): boolean[][] {
  let at = 0;
  return entries.map(({ pieces }) => {
    at += pieces.length;
    return kept.slice(at - pieces.length, at);
  });
}

/** The end of a very long text is one last piece: it is kept or cut as a whole, and never lost. */
function piecesOf(words: string, most: number): string[] {
  const pieces = inPieces(words, MOST_LETTERS);
  return pieces.length <= most ? pieces : [...pieces.slice(0, most), pieces.slice(most).join(" ")];
}

function ranked({ section, entries }: LaidPart): { entry: string; rank: number }[] {
  const position = sheetSections.indexOf(section);
  return entries.flatMap(({ id, pieces }, at) =>
    pieces.map((_, piece) => ({ entry: id, rank: tierOf(section, at, piece) * sheetSections.length + position })),
  );
}

/** First the beginnings of the most important entries, then of all others, then the continuations of long texts. */
function tierOf(section: SheetSection, entry: number, piece: number): number {
  const first = section === "why" ? FIRST_OF_WHY : 1;
  if (piece >= first) return 2;
  return entry < firstOf[section] ? 0 : 1;
}

function placeOf(section: SheetSection): { row: number; column: number } {
  const row = rows.findIndex((columns) => columns.some((sections) => sections.includes(section)));
  return { row, column: rows[row]?.findIndex((sections) => sections.includes(section)) ?? 0 };
}
