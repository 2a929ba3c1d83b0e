import { describe, expect, it } from "vitest";
import { deleteEntry, restoreEntry } from "../../../src/domain/case/entries";
import { revision } from "../../../src/domain/changes/updates";
import { addVisit, editSayBack, setVisit } from "../../../src/domain/visits/visits";
import { exchange, twoPhones } from "./twoDocs";

describe("the revision of a case", () => {
  it("grows with every change, of a field, of a text, and when something is deleted", () => {
    const { ana, byAna } = twoPhones();
    const id = addVisit(ana, byAna, { who: "Dr L" });
    const seen = [revision(ana)];
    const look = () => seen.push(revision(ana));
    setVisit(ana, byAna, id, { when: "2026-12-03T10:30" });
    look();
    setVisit(ana, byAna, id, { when: "2026-12-03" });
    look();
    editSayBack(ana, id, "Exercise first");
    look();
    deleteEntry(ana, "visits", id, byAna);
    look();
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    restoreEntry(ana, "visits", id);
    expect(revision(ana)).toBeGreaterThanOrEqual(seen.at(-1) ?? 0);
  });

  it("is the same on two phones that hold the same, and higher than either had before", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = addVisit(ana, byAna, { who: "Dr L" });
    exchange(ana, ben);
    setVisit(ana, byAna, id, { when: "2026-12-03T10:30" });
    setVisit(ben, byBen, id, { when: "2026-12-04T10:30" });
    const before = Math.max(revision(ana), revision(ben));
    exchange(ana, ben);
    expect(revision(ana)).toBe(revision(ben));
    expect(revision(ana)).toBeGreaterThan(before);
  });
});
