// Measures the summary as it will be printed and fits it to one page: in the largest letters in which all of it fits, else in the
// smallest ones with the least important cut. The page is drawn out of sight for a moment and taken away again.
import { type ComponentChild, render } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { type Block, fitPage, pageHeight } from "../../../domain/fitting";
import { longestCutWords } from "./cutWords";
import { blocksOf, type LaidPart } from "./layout";
import { Sheet, type SheetHead, type SheetSize } from "./sheet";

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
  for (const size of sizes) {
    const { blocks, capacity, note } = measured(head, parts, size);
    if (pageHeight(blocks, all) <= capacity) return { kept: all, size };
    if (size === SMALLEST) return { kept: fitPage(blocks, capacity, note), size };
  }
  return { kept: all, size: SMALLEST };
}

function measured(head: SheetHead, parts: readonly LaidPart[], size: SheetSize): Measured {
  const kept = everything(parts);
  const sheet = <Sheet head={head} parts={parts} kept={kept} note={longestCutWords(parts)} size={size} isExact />;
  return drawn(sheet, (ruler) => {
    const note = heightOf(ruler.querySelector(".sheet-note"));
    const fixed = heightOf(ruler.querySelector(".sheet-head")) + heightOf(ruler.querySelector(".sheet-foot")) - note;
    const found = parts.map((part) => partIn(ruler, part));
    return {
      blocks: blocksOf(
        parts,
        found.map(({ head }) => head),
        found.map(({ heights }) => heights),
      ),
      capacity: PAGE - fixed,
      note,
    };
  });
}

function partIn(ruler: Element, { section, entries }: LaidPart): { head: number; heights: number[] } {
  const drawnPart = ruler.querySelector(`[data-part="${section}"]`);
  const heights = entries.flatMap(({ pieces }, at) =>
    pieces.map((_, piece) => heightOf(drawnPart?.querySelector(`[data-piece="${at}/${piece}"]`) ?? null)),
  );
  return { head: heightOf(drawnPart) - heights.reduce((sum, height) => sum + height, 0), heights };
}

function drawn<T>(sheet: ComponentChild, read: (ruler: Element) => T): T {
  const ruler = document.createElement("div");
  ruler.className = "sheet-ruler";
  ruler.setAttribute("aria-hidden", "true");
  document.body.append(ruler);
  render(sheet, ruler);
  const found = read(ruler);
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
