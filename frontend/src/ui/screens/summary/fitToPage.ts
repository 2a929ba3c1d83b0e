// Decides what stays on a page when not everything fits. The screen measures, this decides: the same heights give the
// same page. What matters more is never cut in favour of what matters less, and nothing is lost silently: the result is
// a yes or no for every piece. Pure.

import { isHighSurrogate } from "../../../domain/case/textChange";

/** A paragraph that is kept or cut as a whole; `rank` says how much it matters, 0 the most. */
export type Piece = { entry: string; height: number; rank: number };
/** A titled block of the page. Blocks of one row are side by side; `head` is its height without its pieces. */
export type Block = { row: number; column: number; head: number; pieces: readonly Piece[] };

/**
 * For every piece of every block, whether it is kept. `capacity` and all heights share one unit; `note` is the height
 * of the sentence that says what was cut, used only when something is.
 */
export function fitPage(blocks: readonly Block[], capacity: number, note: number): boolean[][] {
  const all = blocks.map(({ pieces }) => pieces.map(() => true));
  return pageHeight(blocks, all) <= capacity ? all : mostImportant(blocks, capacity - note);
}

/** The height of the page with what is kept: columns side by side, rows one below the other. */
export function pageHeight(blocks: readonly Block[], kept: readonly (readonly boolean[])[]): number {
  const page = new Page();
  blocks.forEach((block, at) => {
    const heights = block.pieces.filter((_, piece) => kept[at]?.[piece]).map(({ height }) => height);
    if (heights.length > 0) page.put(block, block.head + heights.reduce((sum, height) => sum + height, 0));
  });
  return page.height;
}

/**
 * Splits a long text into pieces of at most `most` (2 or more) characters: at paragraphs, then sentences, then words.
 */
export function inPieces(text: string, most: number): string[] {
  return text
    .split("\n")
    .flatMap((paragraph) => brokenUp(paragraph.trim(), most))
    .filter((piece) => piece !== "");
}

/**
 * Lines of text within `limit` bytes of UTF-8, whole lines only, earlier ones first. If some do not fit, the last line
 * is the text that `missing` gives for their number. "" when not even that fits.
 */
export function fitLines(lines: readonly string[], limit: number, missing: (count: number) => string): string {
  const whole = lines.join("\n");
  if (bytesOf(whole) <= limit) return whole;
  const kept: string[] = [];
  let taken = 0;
  for (const line of lines) {
    const next = taken + bytesOf(line) + 1;
    if (next + bytesOf(missing(lines.length - kept.length - 1)) > limit) continue;
    kept.push(line);
    taken = next;
  }
  const text = [...kept, missing(lines.length - kept.length)].join("\n");
  return bytesOf(text) <= limit ? text : "";
}

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function mostImportant(blocks: readonly Block[], capacity: number): boolean[][] {
  const kept = blocks.map(({ pieces }) => pieces.map(() => false));
  const shortened = new Set<string>();
  const page = new Page();
  for (const { at, piece, block, height, entry } of byRank(blocks)) {
    const wanted = height + (kept[at]?.includes(true) ? 0 : block.head);
    const whose = `${at}/${entry}`;
    // A text without its middle would say something else.
    if (shortened.has(whose) || page.with(block, wanted) > capacity) {
      shortened.add(whose);
      continue;
    }
    page.put(block, wanted);
    kept[at]?.splice(piece, 1, true);
  }
  return kept;
}

function byRank(blocks: readonly Block[]) {
  const pieces = blocks.flatMap((block, at) => block.pieces.map((one, piece) => ({ ...one, block, at, piece })));
  return pieces.sort((a, b) => a.rank - b.rank || a.at - b.at || a.piece - b.piece);
}

type Position = { row: number; column: number };

class Page {
  height = 0;
  readonly #columns = new Map<string, number>();
  readonly #rows = new Map<number, number>();

  /** The height of the page with `more` added at that position. */
  with({ row, column }: Position, more: number): number {
    const grown = (this.#columns.get(`${row}/${column}`) ?? 0) + more;
    return this.height + Math.max(0, grown - (this.#rows.get(row) ?? 0));
  }

  put({ row, column }: Position, more: number): void {
    const grown = (this.#columns.get(`${row}/${column}`) ?? 0) + more;
    this.height = this.with({ row, column }, more);
    this.#columns.set(`${row}/${column}`, grown);
    this.#rows.set(row, Math.max(grown, this.#rows.get(row) ?? 0));
  }
}

function brokenUp(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = breakIn(rest, most);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...pieces, rest];
}

/** Where the first piece ends: after a sentence if not too early, else after a word, else between characters. */
function breakIn(text: string, most: number): number {
  const start = text.slice(0, most + 1);
  const sentence = Math.max(...[". ", "? ", "! ", "؟ ", "。"].map((end) => start.lastIndexOf(end))) + 1;
  if (sentence > most / 2 && sentence <= most) return sentence;
  const space = start.lastIndexOf(" ");
  if (space > 0) return space;
  return isHighSurrogate(text, most - 1) ? most - 1 : most;
}
