// The made-up case is a case like any other: every entry by the one description of its kind, on any day.
import { describe, expect, it } from "vitest";
import { unkeptBook } from "../../../../src/cases/documents/unkeptBook";
import type { Kind } from "../../../../src/domain/case/defineKind";
import { type CaseDoc, type EntryMap, mapsIn, rootMap } from "../../../../src/domain/case/document";
import { entryKinds } from "../../../../src/domain/case/entries";
import type { Shape } from "../../../../src/domain/case/fields";
import { contactEntries } from "../../../../src/domain/contacts/contacts";
import { decideBy } from "../../../../src/domain/decideBy/decideBy";
import { medicineEntries } from "../../../../src/domain/health/medicines";
import { noteEntries } from "../../../../src/domain/journal/notes";
import { opinionEntries } from "../../../../src/domain/opinions/opinionEntries";
import { doctorsHeard, goesBack } from "../../../../src/domain/opinions/opinions";
import { questionEntries } from "../../../../src/domain/questions/questionEntries";
import { recordEntries } from "../../../../src/domain/records/records";
import { visitFacts } from "../../../../src/domain/visits/visitFacts";
import { visits } from "../../../../src/domain/visits/visits";
import { writeSample } from "../../../../src/ui/screens/example/sample";
import { kinds } from "../../kindsOfEntries";

const OF_EVERY_ENTRY = ["createdAt", "writtenAt", "author"];

/** What is not as the kinds describe it. */
function wrongIn(doc: CaseDoc): string[] {
  const ids = new Set(entryKinds.flatMap((kind) => mapsIn(rootMap(doc, kind)).map(([id]) => id)));
  return entryKinds.flatMap((kind) => {
    // Which kind it is does not matter below, and no type says "one of all".
    const described = kinds[kind] as unknown as Kind<Shape>;
    const entries = mapsIn(rootMap(doc, kind));
    const blank = described.list(doc).filter((entry) => described.isBlank(entry));
    return [
      ...blank.map(({ id }) => `${kind} ${id} is blank`),
      ...entries.flatMap(([, entry]) => wrongFields(entry, described.parts, ids).map((wrong) => `${kind}: ${wrong}`)),
    ];
  });
}

function wrongFields(entry: EntryMap, parts: Shape, ids: ReadonlySet<string>): string[] {
  return [...entry.keys()].flatMap((key) => {
    const name = key.split(/[#:]/)[0] ?? "";
    const part = parts[name];
    const isMark = Object.values(parts).some((one) => one.kept === "marks" && (one.set ?? name) === name);
    if (OF_EVERY_ENTRY.includes(name) || isMark) return [];
    if (part === undefined) return [`${name} is unknown`];
    const value = entry.get(key);
    if (part.kept === "short" && part.as === "choice" && !part.choices.includes(String(value)))
      return [`${name} is none of its choices`];
    if (part.kept === "short" && part.as === "link" && !ids.has(String(value))) return [`${name} leads nowhere`];
    return String(value).trim() === "" && part.kept === "short" ? [`${name} is blank`] : [];
  });
}

function sample(today: string) {
  const book = unkeptBook("My knee", { now: () => `${today}T12:00:00.000Z`, minutesEast: () => 0 });
  writeSample(book.opened, today);
  return book.opened;
}

describe("the case of the example", () => {
  it("is noticed when a field is unknown, blank or leads nowhere", () => {
    const { doc, writer } = sample("2026-11-27");
    noteEntries.add(doc, writer, { visit: "nowhere" }, { text: "words" });
    medicineEntries.add(doc, writer, {});
    recordEntries.add(doc, writer, { what: "Scan", holder: " " });
    const [, visit] = mapsIn(rootMap(doc, "visits"))[0] ?? [];
    visit?.set("colour#1", "blue");
    visit?.set("part#2", "third");
    const told = wrongIn(doc).map((wrong) => wrong.replace(/ [0-9a-f]{32}/, ""));
    expect(told.sort()).toEqual([
      "medicines is blank",
      "notes: visit leads nowhere",
      "records: holder is blank",
      "visits: colour is unknown",
      "visits: part is none of its choices",
    ]);
  });

  it("is whole by the description of every kind", () => {
    expect(wrongIn(sample("2026-11-27").doc)).toEqual([]);
  });

  it.each(["2026-11-27", "2027-02-27", "2028-02-28", "2026-12-31", "2026-03-28", "2026-10-24"])(
    "has a visit tomorrow and a date to decide by, two doctors heard, and nothing written later than now: %s",
    (today) => {
      const { doc } = sample(today);
      const facts = visitFacts(doc, `${today}T12:00`);
      expect(facts.thisWeek.map(({ who, isNow }) => [who, isNow])).toEqual([["Dr First", false]]);
      expect(facts.near).toHaveLength(1);
      expect([facts.silent, facts.unwritten, facts.unnamed]).toEqual([null, null, null]);
      expect(decideBy(doc).date.value > today).toBe(true);
      expect(doctorsHeard(opinionEntries.list(doc))).toBe(2);
      expect(visits(doc).filter((visit) => goesBack(doc, visit))).toHaveLength(1);
      const written = entryKinds.flatMap((kind) =>
        mapsIn(rootMap(doc, kind)).map(([, entry]) => entry.get("createdAt")),
      );
      expect(written.every((at) => String(at) <= `${today}T12:00:00.000Z`)).toBe(true);
    },
  );

  it("has notes of two people, and questions asked and still to be asked", () => {
    const { doc } = sample("2026-11-27");
    expect(new Set(noteEntries.list(doc).map(({ author }) => author)).size).toBe(2);
    expect(questionEntries.list(doc).filter(({ answeredAt }) => answeredAt === null)).toHaveLength(3);
    expect(questionEntries.list(doc).filter(({ answer }) => answer !== "")).toHaveLength(1);
  });

  it("names no number that anybody could call", () => {
    expect(contactEntries.list(sample("2026-11-27").doc)).toEqual([]);
  });
});
