import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFile, type ReadFile, readFile, sealedFile } from "../../../src/cases/copy/caseFile";
import { readChecked, withCheck } from "../../../src/cases/copy/fileCheck";
import { isAffordable, openWithPassphrase } from "../../../src/crypto/passphrase";
import { type CaseDoc, newDocument } from "../../../src/domain/case/document";
import { apply } from "../../../src/domain/changes/updates";
import { piecesOf } from "../../../src/domain/copy/pieces";
import { readableOf } from "../../../src/domain/copy/readable";
import { rehearsed } from "../../../src/domain/copy/rehearsal";
import { addNote } from "../../../src/domain/journal/notes";
import { concat } from "../../../src/protocol/bytes";
import { seededRandom } from "../../hostile/randomUpdates";
import { twoPhones } from "../domain/twoDocs";
import { afterStory, anyStory, everyKindOnce, heldBy } from "./anyCase";

const ID = "0123456789abcdef0123456789abcdef";
const none = () => {};
/** Where the version number begins, after what names the format. */
const NAME_ENDS = '{\n"format": "second-look/case",\n"version": '.length;

function fileOf(doc: CaseDoc, title = "Knee") {
  const content = { id: ID, title, otherTitles: [], savedAt: "2026-11-22T09:00:00.000Z" };
  return openFile({ ...content, readable: readableOf(doc), pieces: piecesOf(doc) }, "A copy of a case.");
}

async function smallFile() {
  const { ana, byAna } = twoPhones();
  addNote(ana, byAna, "swollen");
  return fileOf(ana);
}

/** None that a mail program may add or take away. */
function otherByte(byte: number, lot: (below: number) => number): number {
  const next = (byte + 1 + lot(255)) % 256;
  return [9, 10, 13, 32].includes(next) ? otherByte(byte, lot) : next;
}

function problemOf(read: ReadFile): string | null {
  return read.is === "unusable" ? read.problem : null;
}

function copiedIn(read: ReadFile) {
  if (read.is !== "open") throw new Error(JSON.stringify(read));
  return read.copied;
}

describe("the file of a copy", () => {
  it.each([
    ["any case", anyStory],
    ["every part of every kind", everyKindOnce],
  ])(
    "out and in again is the same case, field by field, once or twice, in a new case or one that went on: %s",
    async (_, all) => {
      await fc.assert(
        fc.asyncProperty(all, anyStory, fc.string({ unit: "grapheme" }), async (story, later, title) => {
          const { ana, ben } = afterStory(story);
          const copied = copiedIn(await readFile(await fileOf(ana, title)));
          expect(copied.title).toBe(title);
          const fresh = newDocument();
          expect(await rehearsed(null, copied.pieces, none)).toBe(true);
          for (const piece of [...copied.pieces, ...copied.pieces]) expect(apply(fresh, piece, null)).toBe(true);
          expect(heldBy(fresh)).toEqual(heldBy(ben));
          const { byAna } = twoPhones();
          for (const told of later)
            told.act({ doc: ana, writer: { ...byAna, author: "later" } }, { ana, ben: newDocument() });
          const before = heldBy(ana);
          for (const piece of piecesOf(ben)) apply(ana, piece, null);
          expect(heldBy(ana)).toEqual(before);
        }),
        { numRuns: 15 },
      );
    },
  );

  it("is JSON that another program reads, and still ours after a mail program changed its line ends", async () => {
    const file = await smallFile();
    const text = new TextDecoder().decode(file);
    expect(JSON.parse(text)).toMatchObject({
      format: "second-look/case",
      version: 1,
      bytes: file.length,
      case: { id: ID, title: "Knee" },
      entries: { notes: [{ text: "swollen", author: "ana" }] },
    });
    const mailed = new TextEncoder().encode(`\ufeff${text.replaceAll("\n", "\r\n")}\r\n`);
    expect(copiedIn(await readFile(mailed))).toEqual(copiedIn(await readFile(file)));
  });

  it("cut anywhere says that it was cut", async () => {
    const file = await smallFile();
    for (let size = 0; size < file.length; size += 1)
      expect([size, problemOf(await readFile(file.slice(0, size)))]).toEqual([size, "cut"]);
  });

  it("changed at any byte says so, or in its first line that it is none of ours", async () => {
    const file = await smallFile();
    const lot = seededRandom(7);
    for (let at = 0; at < file.length; at += 1) {
      const changed = file.slice();
      changed[at] = otherByte(changed[at] ?? 0, lot);
      const problem = problemOf(await readFile(changed));
      expect([at, problem]).toEqual([at, at < NAME_ENDS ? "not_ours" : "changed"]);
    }
  });

  it("with something put in, taken out of its middle or put after its end says that it was changed", async () => {
    const file = await smallFile();
    const half = file.length >> 1;
    const words = new TextEncoder().encode("x");
    for (const changed of [
      concat(file.slice(0, half), words, file.slice(half)),
      concat(file.slice(0, half), file.slice(half + 9)),
      concat(file, words),
      concat(file, file),
    ])
      expect(problemOf(await readFile(changed))).toBe("changed");
  });

  it.each(["", "{}", "[]", "\u0000\u0001", "%PDF-1.7", '{"format":"another"}', "x".repeat(1000)])(
    "is not %j",
    async (text) => {
      const read = await readFile(new TextEncoder().encode(text));
      expect(problemOf(read)).toBe(text === "" ? "cut" : "not_ours");
    },
  );

  it("of a newer version says so, and nothing is read from it", async () => {
    const text = new TextDecoder().decode(await withCheck('"state": []'));
    const newer = await resealedAs(text.replace('"version": 1', '"version": 2'));
    expect(problemOf(await readFile(newer))).toBe("too_new");
  });
});

describe("a sealed file", () => {
  it("opens with its passphrase however a keyboard wrote it, says when it is wrong, and may be tried again", async () => {
    const plain = await smallFile();
    const sealed = await sealedFile(plain, "Crème brûlée  im Garten ", "A sealed copy.", none);
    const read = await readFile(sealed);
    if (read.is !== "sealed") throw new Error("not sealed");
    expect(problemOf(await read.unseal("crème brûlée im garten", none))).toBe("wrong_passphrase");
    const parts: number[] = [];
    const opened = await read.unseal("Cre\u0300me bru\u0302le\u0301e im Garten", (part) => parts.push(part));
    expect(copiedIn(opened)).toEqual(copiedIn(await readFile(plain)));
    expect(parts.at(-1)).toBe(1);
  });

  it("has no word, name or id of the case in clear", async () => {
    const plain = await smallFile();
    const sealed = new TextDecoder().decode(await sealedFile(plain, "garden", "A sealed copy.", none));
    const words = ["swollen", "Knee", ID, "ana", "notes"];
    for (const word of words) expect(new TextDecoder().decode(plain)).toContain(word);
    for (const word of [...words, "garden"]) expect(sealed).not.toContain(word);
  });

  it("cut or changed says so before a passphrase is asked for", async () => {
    const sealed = await sealedFile(await smallFile(), "garden", "A sealed copy.", none);
    const lot = seededRandom(11);
    for (let tries = 0; tries < 200; tries += 1) {
      const at = 60 + lot(sealed.length - 60);
      const changed = sealed.slice();
      changed[at] = otherByte(changed[at] ?? 0, lot);
      expect(problemOf(await readFile(changed))).toBe("changed");
      expect(problemOf(await readFile(sealed.slice(0, at)))).toBe("cut");
    }
  });

  it.each([{ memory: 4_000_000_000 }, { memory: 65_537 }, { memory: 1 }, { passes: 1_000_000 }, { passes: 0 }])(
    "that asks for other work than a phone does is refused without any of it: %j",
    async (work) => {
      const salt = new Uint8Array(16);
      const asked = { memory: 32_768, passes: 2, salt, ...work };
      expect(isAffordable({ memory: 32_768, passes: 2, salt })).toBe(true);
      expect(isAffordable(asked)).toBe(false);
      let turns = 0;
      const count = () => {
        turns += 1;
      };
      const sealed = { ...asked, nonce: new Uint8Array(12), ciphertext: new Uint8Array(40) };
      expect(await openWithPassphrase(sealed, "garden", count)).toBeNull();
      expect(turns).toBe(0);
      const members = {
        by: "",
        memory: asked.memory,
        passes: asked.passes,
        salt: "00".repeat(16),
        nonce: "00".repeat(12),
      };
      const file = await withCheck(`"sealed": ${JSON.stringify({ ...members, ciphertext: "AAAA" })}`);
      expect(problemOf(await readFile(file))).toBe("changed");
    },
  );
});

/** As somebody would who knows the format: with a right length and check. */
async function resealedAs(text: string): Promise<Uint8Array> {
  const { sha256 } = await import("../../../src/crypto/primitives");
  const { toHex } = await import("../../../src/protocol/bytes");
  const hashed = new TextEncoder().encode(text.slice(0, -67));
  return new TextEncoder().encode(`${text.slice(0, -67)}${toHex(await sha256(hashed))}"\n}`);
}

it("a frame is read whatever it holds, and its length is right for every length", async () => {
  for (let length = 0; length < 1_100; length += 1) {
    const file = await withCheck(`"words": "${"x".repeat(length)}"`);
    const read = await readChecked(file);
    expect(read.ok && read.content).toMatchObject({ bytes: file.length, words: "x".repeat(length) });
  }
});
