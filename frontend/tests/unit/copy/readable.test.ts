import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineKind } from "../../../src/domain/case/defineKind";
import { type Entry, type EntryKind, entryKinds } from "../../../src/domain/case/entries";
import { longText, words } from "../../../src/domain/case/fields";
import { type Readable, readableOf } from "../../../src/domain/copy/readable";
import { exchange, twoPhones } from "../domain/twoDocs";
import { afterStory, anyStory, described, everyKindOnce } from "./anyCase";

/** What the file says of an entry, under the names that its kind describes. */
function told({ entries }: Readable, kind: string, id: string): Record<string, unknown> {
  const found = entries[kind]?.find((entry) => Reflect.get(Object(entry), "id") === id);
  return { ...Object(found) };
}

function valuesOf(said: unknown): unknown[] {
  const values: unknown = Reflect.get(Object(said), "values");
  return said === undefined ? [] : Array.isArray(values) ? values : [said];
}

/** Every part of the entry, as its kind reads it and as the file tells it. */
function bothWays(said: Record<string, unknown>, kind: EntryKind, entry: Entry): [unknown, unknown][] {
  return Object.entries(described[kind].parts).map(([name, part]) => {
    const read: unknown = Reflect.get(entry, name);
    if (part.kept === "text") return [read, said[name] ?? ""];
    if (part.kept === "marks") {
      const set = Object(said[part.set ?? name] ?? { in: [], out: [] });
      return [read, [...Reflect.get(set, part.isTakenOut ? "out" : "in")].sort()];
    }
    const [first = part.empty, ...rest] = valuesOf(said[name]);
    return [read, part.kept === "inner" ? first : { value: first, others: rest }];
  });
}

function expectTold(there: Record<string, unknown>, kind: EntryKind, entry: Entry): void {
  for (const [read, said] of bothWays(there, kind, entry)) expect(said).toEqual(read);
  expect([there.author, there.createdAt]).toEqual([entry.author, entry.createdAt]);
  if (entry.deletedAt !== null) expect(valuesOf(there.deletedAt)).toContain(entry.deletedAt);
}

describe("a case in readable form", () => {
  it.each([
    ["any case", anyStory],
    ["every part of every kind", everyKindOnce],
  ])("says what each kind's own description reads, both values of a conflict included: %s", (_, stories) => {
    fc.assert(
      fc.property(stories, (story) => {
        const { ana } = afterStory(story);
        const readable = readableOf(ana);
        for (const kind of entryKinds)
          for (const entry of [...described[kind].list(ana), ...described[kind].deleted(ana)])
            expectTold(told(readable, kind, entry.id), kind, entry);
      }),
      { numRuns: 30 },
    );
  });

  it("has a kind with parts that nobody told it of", () => {
    const boxes = defineKind("medicines", { lid: words(), story: longText() });
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = boxes.add(ana, byAna, { lid: "red" }, { story: "It fell." });
    exchange(ana, ben);
    boxes.set(ana, byAna, id, { lid: "blue" });
    boxes.set(ben, byBen, id, { lid: "green" });
    exchange(ana, ben);
    expect(readableOf(ana).entries.medicines).toMatchObject([
      { id, author: "ana", lid: { values: ["blue", "green"] }, story: "It fell." },
    ]);
  });

  it("does not change the document, nor give a type to a list that only a newer version knows", () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { ana } = afterStory(story);
        const types = () => [...ana.share].map(([name, list]) => [name, list.constructor]);
        const before = types();
        readableOf(ana);
        expect(types()).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });
});
