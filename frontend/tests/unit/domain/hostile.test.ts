// Whoever has the key of a case may write anything into its document, not only what this app writes. None of it may
// keep the others from reading their own words, from writing, or from closing that person's access.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CaseDoc, writeField } from "../../../src/domain/case/document";
import { foldDuplicates } from "../../../src/domain/case/duplicates";
import { changeEntry, entryKinds } from "../../../src/domain/case/entries";
import { allDeleted, allSpoken } from "../../../src/domain/case/everyKind";
import { authorName, enterPerson, ownerName, people, tellClosed } from "../../../src/domain/case/people";
import { searchCase } from "../../../src/domain/case/search";
import { revision } from "../../../src/domain/changes/updates";
import { decideBy } from "../../../src/domain/decideBy/decideBy";
import { chosenDoctors } from "../../../src/domain/doctors/chosen";
import { addNote, notes } from "../../../src/domain/journal/notes";
import { journey } from "../../../src/domain/journey/journey";
import { opinionEntries, opinions } from "../../../src/domain/opinions/opinionEntries";
import { verdictOf } from "../../../src/domain/opinions/verdicts";
import { questions } from "../../../src/domain/questions/questionEntries";
import { addQuestion, moveQuestion } from "../../../src/domain/questions/questions";
import { seenGrid } from "../../../src/domain/seen/seenGrid";
import { seenItems } from "../../../src/domain/seen/seenItems";
import { seenNotes } from "../../../src/domain/seen/seenNotes";
import { pastEvents, sectionChoice, sheetSections } from "../../../src/domain/summary/summary";
import * as spelling from "../../../src/i18n/folding";
import { mapOf, nested, reopened } from "./hostileShapes";
import { exchange, twoPhones, writerNamed } from "./twoDocs";

const NOW = "2026-11-22T09:00:00.000Z";
const fieldName = fc.oneof(
  fc.constantFrom("createdAt", "author", "text", "name", "joinedAt", "device:01", "device:", "", "#"),
  fc
    .constantFrom(
      "name",
      "deletedAt",
      "editedAt",
      "leftAt",
      "closedAt",
      "title",
      "who",
      "when",
      "what",
      "topic",
      "state",
    )
    .map((name) => `${name}#1`),
);
const attack = fc.record({
  root: fc.constantFrom<string>(
    ...entryKinds,
    "questions",
    "questions",
    "opinions",
    "people",
    "case",
    "seen",
    "summary",
  ),
  id: fc.constantFrom("ana", "x", "", "__proto__", "ownerName#1", "decideByDate#1", "a/b/constructor#1", "a/b/state#1"),
  entry: fc.oneof(nested, mapOf(fieldName)),
});

function readAll(doc: CaseDoc): void {
  allSpoken(doc);
  allDeleted(doc);
  journey(doc, NOW);
  seenItems(doc);
  seenNotes(doc);
  decideBy(doc);
  chosenDoctors(doc);
  revision(doc);
  foldDuplicates(doc, writerNamed("cleo"));
  for (const { id } of opinions(doc)) verdictOf(doc, "x", id, "diagnosis");
  for (const section of sheetSections) sectionChoice(doc, "any", section).others.includes(false);
  pastEvents(doc, "any", "2026-11-22");
  seenGrid(doc, "2026-11-22T09:00");
  searchCase(doc, "knee", spelling);
  for (const { name, joinedAt } of people(doc)) name.value.trim().concat(joinedAt);
  ownerName(doc).value.trim();
  for (const asCompanion of [true, false]) for (const id of ["ana", "x", ""]) authorName(doc, id, asCompanion);
}

describe("a case into which somebody wrote what this app never writes", () => {
  it("D3: is read and written on, and access may be closed in it", () => {
    fc.assert(
      fc.property(fc.array(attack, { minLength: 1, maxLength: 8 }), (attacks) => {
        const { ana, ben, byAna, byBen } = twoPhones();
        const note = addNote(ana, byAna, "her own words");
        enterPerson(ben, byBen, "Ben", "01");
        exchange(ana, ben);
        readAll(ana);
        for (const { root, id, entry } of attacks) ben.getMap(root).set(id, entry());
        exchange(ana, ben);
        for (const doc of [ana, reopened(ana)]) {
          readAll(doc);
          expect(notes(doc).find(({ id }) => id === note)?.text).toBe("her own words");
          tellClosed(doc, byAna, ["01"]);
          expect(people(doc).find(({ id }) => id === "ben")?.closedAt).not.toBeNull();
          const more = [
            addNote(doc, byAna, "more words"),
            addQuestion(doc, byAna, "Why now?"),
            addQuestion(doc, byAna, "?"),
          ];
          moveQuestion(doc, byAna, more[2] ?? "", 0);
          const all = [...notes(doc), ...questions(doc)].map(({ id }) => id);
          expect(more.every((id) => all.includes(id))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("is read on while it is open, where somebody wrote over an entry what is none", () => {
    const { ana, ben, byBen } = twoPhones();
    const gone = [addNote(ben, byBen, "Ben's words"), opinionEntries.add(ben, byBen, { who: "Dr Osei" })];
    const stays = addNote(ben, byBen, "more of Ben's words");
    exchange(ana, ben);
    readAll(ana);
    expect(notes(ana)).toHaveLength(2);
    for (const [at, root] of ["notes", "opinions"].entries()) ben.getMap(root).set(gone[at] ?? "", 5);
    exchange(ana, ben);
    for (const doc of [ana, reopened(ana)]) {
      readAll(doc);
      expect(notes(doc).map(({ id }) => id)).toEqual([stays]);
      expect(opinions(doc)).toEqual([]);
    }
  });

  it("D3: gets new questions and a new order also where a rank is none", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const first = addQuestion(ana, byAna, "first");
    exchange(ana, ben);
    const odd = ["!", "zz"].map((rank) => {
      const id = addQuestion(ben, byBen, rank);
      changeEntry(ben, "questions", id, (entry) => writeField(entry, "rank", rank, byBen));
      return id;
    });
    exchange(ana, ben);
    const last = addQuestion(ana, byAna, "last");
    moveQuestion(ana, byAna, last, 2);
    moveQuestion(ana, byAna, first, 3);
    expect(
      questions(ana)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([first, ...odd, last].sort());
  });
});
