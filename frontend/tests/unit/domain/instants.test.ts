import { describe, expect, it } from "vitest";
import { changeEntry } from "../../../src/domain/case/entries";
import { compareInstants, here, isSameMinute } from "../../../src/domain/days/instants";
import { journalLines } from "../../../src/domain/journal/journalLines";
import { addNote, editNote, noteEntries, notes } from "../../../src/domain/journal/notes";
import { questions } from "../../../src/domain/questions/questionEntries";
import { addQuestion, editAnswer } from "../../../src/domain/questions/questions";
import { twoPhones } from "./twoDocs";

const AT = "2026-11-22T21:42:07.000Z";
const inZone = (minutes: number) => ({ author: "ana", newId: () => "x", now: () => AT, minutesEast: () => minutes });

describe("what is written down with the clock of the place", () => {
  it.each([
    [780, "2026-11-23T10:42:07.000+13:00"],
    [0, "2026-11-22T21:42:07.000+00:00"],
    [-570, "2026-11-22T12:12:07.000-09:30"],
    [345, "2026-11-23T03:27:07.000+05:45"],
  ])("is the same instant %i minutes east of UTC", (minutes, said) => {
    expect(here(inZone(minutes))).toBe(said);
    expect(Date.parse(said)).toBe(Date.parse(AT));
  });

  it("is compared as a moment, wherever it was written", () => {
    const [auckland, london] = ["2026-11-23T10:42:07.000+13:00", "2026-11-22T21:43:00.000Z"];
    expect(compareInstants(auckland, london)).toBeLessThan(0);
    expect(compareInstants("", auckland)).toBeLessThan(0);
    expect(isSameMinute(auckland, AT)).toBe(true);
    expect(isSameMinute(auckland, london)).toBe(false);
  });
});

describe("a note and an answer", () => {
  it("know the clock of their place, and stand in the order in which they were written", () => {
    const { ana, byAna, byBen } = twoPhones();
    let minute = 0;
    const clock = () => new Date(Date.UTC(2026, 10, 22, 21, 40 + minute++)).toISOString();
    const auckland = { ...byAna, now: clock, minutesEast: () => 780 };
    const london = { ...byBen, now: clock, minutesEast: () => 0 };
    const asked = addQuestion(ana, auckland, "What if I wait?");
    addNote(ana, auckland, "first");
    editAnswer(ana, london, asked, "second");
    addNote(ana, auckland, "third");
    expect(journalLines(notes(ana), questions(ana)).map(({ at }) => at)).toEqual([
      "2026-11-23T10:43:00.000+13:00",
      "2026-11-22T21:42:00.000+00:00",
      "2026-11-23T10:41:00.000+13:00",
    ]);
  });

  it("of an older version of the app is known by its instant alone", () => {
    const { ana, byAna } = twoPhones();
    const id = addNote(ana, byAna, "old");
    changeEntry(ana, "notes", id, (entry) => entry.delete("writtenAt"));
    expect(notes(ana)[0]?.writtenAt).toBe(notes(ana)[0]?.createdAt);
  });

  it("that was edited within the minute says nothing of it, whatever the clock of the place", () => {
    const { ana, byAna } = twoPhones();
    const auckland = { ...byAna, now: () => AT, minutesEast: () => 780 };
    const id = addNote(ana, auckland, "a");
    editNote(ana, auckland, id, "ab");
    expect(notes(ana)[0]?.editedAt).toBeNull();
    editNote(ana, { ...auckland, now: () => "2026-11-22T21:50:00.000Z" }, id, "abc");
    expect(notes(ana)[0]?.editedAt).toBe("2026-11-23T10:50:00.000+13:00");
  });

  it("begun and never written still counts as nothing", () => {
    const { ana, byAna } = twoPhones();
    addNote(ana, { ...byAna, minutesEast: () => 780 }, "");
    expect(noteEntries.written(ana)).toEqual([]);
  });
});
