// Measures the summary as it will be printed and fits it to one page: in the largest letters in which all of it fits, else in the
// smallest ones with the least important cut. The page is drawn out of sight for a moment and taken away again.
import { type ComponentChild, render } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { type Block, fitPage, pageHeight } from "../../../domain/fitting";
import { longestCutWords } from "./cutWords";
import { blocksOf, type LaidPart } from "./layout";
import { pieceName, Sheet, type SheetHead, type SheetSize, sheetClass } from "./sheet";

export type PageFit = { kept: readonly (readonly boolean[])[]; size: SheetSize };
type Measured = { blocks: Block[]; capacity: number; note: number };

const sizes: readonly SheetSize[] = [13, 12, 11];
const SMALLEST: SheetSize = 11;
const PIXELS_A_MILLIMETRE = 96 / 25.4;
// Letter is the lower of the two sheets: 279.4 mm, less margins of 15 mm, and less a line for printers that count otherwise.
const PAGE = (279.4 - 2 * 15 - 6) * PIXELS_A_MILLIMETRE;

/** The page as fitted; everything as long as it has not been measured, which is never painted. */
export function usePageFit(head: SheetHead, parts: readonly LaidPart[]): PageFit {
  const key = JSON.stringify([head, parts]);
  const [fit, setFit] = useState<{ key: string; page: PageFit } | null>(null);
  useLayoutEffect(() => setFit({ key, page: fittedPage(head, parts) }), [key]);
  return fit?.key === key ? fit.page : { kept: everything(parts), size: SMALLEST };
}

function fittedPage(head: SheetHead, parts: readonly LaidPart[]): PageFit {
  const all = everything(parts);
  const sheet = <Sheet head={head} parts={parts} kept={all} note={longestCutWords(parts)} size={SMALLEST} isExact />;
  return drawn(sheet, (page) => {
    for (const size of sizes) {
      page.className = sheetClass(size, true);
      const { blocks, capacity, note } = measured(page, parts);
      if (pageHeight(blocks, all) <= capacity) return { kept: all, size };
      if (size === SMALLEST) return { kept: fitPage(blocks, capacity, note), size };
    }
    return { kept: all, size: SMALLEST };
  });
}

function measured(page: Element, parts: readonly LaidPart[]): Measured {
  const note = heightOf(page.querySelector(".sheet-note"));
  const fixed = heightOf(page.querySelector(".sheet-head")) + heightOf(page.querySelector(".sheet-foot")) - note;
  const found = parts.map((part) => partIn(page, part));
  const heads = found.map(({ head }) => head);
  const heights = found.map(({ pieces }) => pieces);
  return { blocks: blocksOf(parts, heads, heights), capacity: PAGE - fixed, note };
}

function partIn(page: Element, { section, entries }: LaidPart): { head: number; pieces: number[] } {
  const part = page.querySelector(`[data-part="${section}"]`);
  // The story of what has happened is drawn in another order than it is ranked: each piece says which one it is.
  const heightByPiece = new Map<string, number>();
  for (const piece of part?.querySelectorAll<HTMLElement>("[data-piece]") ?? []) {
    heightByPiece.set(piece.dataset.piece ?? "", heightOf(piece));
  }
  const pieces = entries.flatMap(({ pieces }, at) =>
    pieces.map((_, piece) => heightByPiece.get(pieceName(at, piece)) ?? 0),
  );
  return { head: heightOf(part) - pieces.reduce((sum, height) => sum + height, 0), pieces };
}

function drawn<T>(sheet: ComponentChild, read: (sheet: Element) => T): T {
  const ruler = document.createElement("div");
  ruler.className = "sheet-ruler";
  ruler.setAttribute("aria-hidden", "true");
  document.body.append(ruler);
  render(sheet, ruler);
  const found = read(ruler.firstElementChild ?? ruler);
  render(null, ruler);
  ruler.remove();
  return found;
}

function heightOf(element: Element | null): number {
  return element?.getBoundingClientRect().height ?? 0;
}

function everything(parts: readonly LaidPart[]): boolean[][] {
  return parts.map(({ entries }) => entries.flatMap(({ pieces }) => pieces.map(() => true)));
}
