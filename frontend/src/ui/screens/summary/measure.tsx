// Measures the summary as it will be printed and fits it to one page: in the largest type in which everything fits,
// else in the smallest with the least important pieces cut. The page is drawn out of sight until it has been measured.
import type { ComponentChild } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { longestCutWords } from "./cutWords";
import { type Block, fitPage, pageHeight } from "./fitToPage";
import { blocksOf, type LaidPart } from "./layout";
import { pieceName, Sheet, type SheetHead, type SheetSize, sheetClass } from "./sheet";

export type PageFit = { kept: readonly (readonly boolean[])[]; size: SheetSize };
type Measured = { blocks: Block[]; capacity: number; note: number };

const sizes: readonly SheetSize[] = [13, 12, 11];
const SMALLEST: SheetSize = 11;
const PIXELS_A_MILLIMETRE = 96 / 25.4;
// Letter is the shorter of the two paper sizes: 279.4 mm, less margins of 15 mm, and less a line for printers that
// measure differently.
const PAGE = (279.4 - 2 * 15 - 6) * PIXELS_A_MILLIMETRE;

/**
 * The fitted page, and the ruler to draw beside it while there is something to measure. Until then everything is kept,
 * which is never painted.
 */
export function usePageFit(head: SheetHead, parts: readonly LaidPart[]): PageFit & { ruler: ComponentChild } {
  const key = JSON.stringify([head, parts]);
  const drawn = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState<{ key: string; page: PageFit } | null>(null);
  useLayoutEffect(() => {
    const sheet = drawn.current?.firstElementChild;
    if (sheet) setFit({ key, page: fittedPage(sheet, parts) });
  }, [key]);
  if (fit?.key === key) return { ...fit.page, ruler: null };
  const all = everything(parts);
  const ruler = (
    <div class="sheet-ruler" aria-hidden="true" ref={drawn}>
      <Sheet head={head} parts={parts} kept={all} note={longestCutWords(parts)} size={SMALLEST} isExact />
    </div>
  );
  return { kept: all, size: SMALLEST, ruler };
}

function fittedPage(sheet: Element, parts: readonly LaidPart[]): PageFit {
  const all = everything(parts);
  for (const size of sizes) {
    sheet.className = sheetClass(size, true);
    const { blocks, capacity, note } = measured(sheet, parts);
    if (pageHeight(blocks, all) <= capacity) return { kept: all, size };
    if (size === SMALLEST) return { kept: fitPage(blocks, capacity, note), size };
  }
  return { kept: all, size: SMALLEST };
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
  // The events are drawn in another order than they are ranked, so each piece names its own place.
  const heightByPiece = new Map<string, number>();
  for (const piece of part?.querySelectorAll<HTMLElement>("[data-piece]") ?? []) {
    heightByPiece.set(piece.dataset.piece ?? "", heightOf(piece));
  }
  const pieces = entries.flatMap(({ pieces }, at) =>
    pieces.map((_, piece) => heightByPiece.get(pieceName(at, piece)) ?? 0),
  );
  return { head: heightOf(part) - pieces.reduce((sum, height) => sum + height, 0), pieces };
}

function heightOf(element: Element | null): number {
  return element?.getBoundingClientRect().height ?? 0;
}

function everything(parts: readonly LaidPart[]): boolean[][] {
  return parts.map(({ entries }) => entries.flatMap(({ pieces }) => pieces.map(() => true)));
}
