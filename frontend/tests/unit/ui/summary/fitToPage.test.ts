import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Block,
  bytesOf,
  fitLines,
  fitPage,
  inPieces,
  pageHeight,
} from "../../../../src/ui/screens/summary/fitToPage";

const piece = fc.record({
  entry: fc.constantFrom("a", "b", "c"),
  height: fc.integer({ min: 1, max: 60 }),
  rank: fc.nat(5),
});
const block = fc.record({
  row: fc.nat(2),
  column: fc.nat(1),
  head: fc.nat(20),
  pieces: fc.array(piece, { maxLength: 8 }),
});
const page = fc.record({
  blocks: fc.array(block, { maxLength: 6 }),
  capacity: fc.integer({ min: 0, max: 500 }),
  note: fc.nat(40),
});

function pieceOf(entry: string, height: number, rank = 0) {
  return { entry, height, rank };
}

describe("fitting a page", () => {
  it("P2: never puts more on the page than it holds, the sentence about what was cut included", () => {
    fc.assert(
      fc.property(page, ({ blocks, capacity, note }) => {
        const kept = fitPage(blocks, capacity, note);
        const isCut = kept.flat().includes(false);
        const room = isCut ? Math.max(0, capacity - note) : capacity;
        expect(pageHeight(blocks, kept)).toBeLessThanOrEqual(room);
      }),
    );
  });

  it("P2: says of every piece whether it is kept: kept and cut are all there is", () => {
    fc.assert(
      fc.property(page, ({ blocks, capacity, note }) => {
        const kept = fitPage(blocks, capacity, note);
        expect(kept.map((pieces) => pieces.length)).toEqual(blocks.map(({ pieces }) => pieces.length));
      }),
    );
  });

  it("P2: cuts nothing when all of it fits", () => {
    fc.assert(
      fc.property(page, ({ blocks, note }) => {
        const everything = blocks.map(({ pieces }) => pieces.map(() => true));
        expect(fitPage(blocks, pageHeight(blocks, everything), note)).toEqual(everything);
      }),
    );
  });

  it("P2: cuts nothing for the sake of something that matters less", () => {
    fc.assert(
      fc.property(page, ({ blocks, capacity, note }) => {
        const kept = fitPage(blocks, capacity, note);
        for (const [at, { pieces }] of blocks.entries()) {
          for (const [index, cut] of pieces.entries()) {
            const follows = pieces
              .slice(0, index)
              .some((other, place) => other.entry === cut.entry && !kept[at]?.[place]);
            const outranked = pieces.some(
              (other, place) => other.entry === cut.entry && !kept[at]?.[place] && other.rank < cut.rank,
            );
            if (kept[at]?.[index] || follows || outranked) continue;
            const better = blocks.map((block, b) =>
              block.pieces.map(
                ({ rank }, p) => (b === at && p === index) || (kept[b]?.[p] === true && isBefore(rank, b, p)),
              ),
            );
            expect(pageHeight(blocks, better)).toBeGreaterThan(capacity - note);

            function isBefore(rank: number, b: number, p: number): boolean {
              return rank < cut.rank || (rank === cut.rank && (b < at || (b === at && p < index)));
            }
          }
        }
      }),
    );
  });

  it("P2: fits the same page the same way each time", () => {
    fc.assert(
      fc.property(page, ({ blocks, capacity, note }) => {
        expect(fitPage(structuredClone(blocks), capacity, note)).toEqual(fitPage(blocks, capacity, note));
      }),
    );
  });

  it("P2: counts columns side by side once, and the head of a block that is cut not at all", () => {
    const left: Block = { row: 0, column: 0, head: 10, pieces: [pieceOf("a", 30)] };
    const right: Block = { row: 0, column: 1, head: 10, pieces: [pieceOf("b", 20)] };
    expect(pageHeight([left, right], [[true], [true]])).toBe(40);
    expect(pageHeight([left, right], [[false], [true]])).toBe(30);
    expect(pageHeight([left, right], [[false], [false]])).toBe(0);
  });

  it("P2: keeps what matters most, and cuts the end of a text rather than its middle", () => {
    const text: Block = {
      row: 0,
      column: 0,
      head: 10,
      pieces: [pieceOf("a", 10), pieceOf("a", 80, 2), pieceOf("a", 5, 2)],
    };
    const other: Block = { row: 1, column: 0, head: 10, pieces: [pieceOf("b", 10, 1), pieceOf("c", 10, 1)] };
    expect(fitPage([text, other], 70, 10)).toEqual([
      [true, false, false],
      [true, true],
    ]);
  });
});

describe("a long text", () => {
  it("P2: is broken into pieces that hold all of its words, each short enough, and no half character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.integer({ min: 2, max: 60 }), (text, most) => {
        const pieces = inPieces(text, most);
        expect(pieces.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        expect(pieces.every((one) => one.length <= most && one.trim() !== "" && !/\p{Surrogate}/u.test(one))).toBe(
          true,
        );
      }),
    );
  });

  it("P2: is broken after a sentence where there is one, else after a word", () => {
    expect(inPieces("It hurts on the stairs. It does not at night.", 30)).toEqual([
      "It hurts on the stairs.",
      "It does not at night.",
    ]);
    expect(inPieces("one two three", 8)).toEqual(["one two", "three"]);
    expect(inPieces("first\n\nsecond", 80)).toEqual(["first", "second"]);
    expect(inPieces("🌷🌷🌷", 3)).toEqual(["🌷", "🌷", "🌷"]);
  });
});

describe("lines in few bytes", () => {
  const missing = (count: number) => `NOT COMPLETE: ${count} missing.`;
  const text = fc.string({ unit: "grapheme", minLength: 10, maxLength: 120 }).map((line) => line.replace(/\n/g, " "));

  it("P2: are never over 800 bytes, and never half a line or half a character", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 5, maxLength: 40 }), (lines) => {
        const fitted = fitLines(lines, 800, missing);
        expect(new TextEncoder().encode(fitted).length).toBeLessThanOrEqual(800);
        expect(fitted).not.toMatch(/\p{Surrogate}/u);
        if (fitted === lines.join("\n")) return;
        const kept = fitted.split("\n");
        expect(kept.pop()).toBe(missing(lines.length - kept.length));
        expect(isInOrder(kept, lines)).toBe(true);
      }),
    );
  });

  it("P2: leave out a line that is too long by itself, and say so; the next one still comes", () => {
    const long = "ü".repeat(500);
    expect(fitLines(["Allergy: penicillin", long, "Medicine: amlodipine"], 800, missing)).toBe(
      "Allergy: penicillin\nMedicine: amlodipine\nNOT COMPLETE: 1 missing.",
    );
  });

  it("P2: count bytes, not letters", () => {
    expect(bytesOf("مريم")).toBe(8);
    expect(bytesOf("🌷")).toBe(4);
    expect(fitLines(["مريم"], 7, () => "-")).toBe("-");
    expect(fitLines(["مريم"], 0, () => "-")).toBe("");
  });
});

function isInOrder(kept: string[], lines: string[]): boolean {
  let from = 0;
  return kept.every((line) => {
    const at = lines.indexOf(line, from);
    from = at + 1;
    return at >= 0;
  });
}
