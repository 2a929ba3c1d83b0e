import { describe, expect, it } from "vitest";
import { newDocument } from "../../../src/domain/case/document";
import { deleteEntry } from "../../../src/domain/case/entries";
import { ensureDiscussTask } from "../../../src/domain/opinions/discuss";
import { firstOpinion, opinionEntries, opinions } from "../../../src/domain/opinions/opinionEntries";
import { doctorsHeard, isFirstDoctors, nextVisitWithFirst, visitBehind } from "../../../src/domain/opinions/opinions";
import { openOpinion } from "../../../src/domain/visits/afterVisit";
import { visitEntries } from "../../../src/domain/visits/visits";
import { added, found, words } from "./opinionStage";
import { exchange, twoPhones, writerNamed } from "./twoDocs";

describe("the first doctor's opinion", () => {
  it("is the one the patient says is the first doctor's, whatever the days", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const later = added(doc, ana, { who: "Dr Lindqvist", on: "2026-10-01", whose: "later" });
    const first = added(doc, ana, { who: "Dr Osei", on: "2026-12-03", whose: "first" });
    expect(firstOpinion(doc)?.id).toBe(first.id);
    expect(isFirstDoctors(doc, later)).toBe(false);
  });

  it("is known from its visit, else it is the earliest", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const early = added(doc, ana, { who: "Dr Lindqvist", on: "2026-10-01" });
    expect(firstOpinion(doc)?.id).toBe(early.id);
    const visit = visitEntries.add(doc, ana, { who: "Dr Osei", part: "first" });
    const first = added(doc, ana, { who: "Dr Osei", on: "2026-11-01", visit: visit });
    expect(firstOpinion(doc)?.id).toBe(first.id);
    expect(isFirstDoctors(doc, found(doc, early.id))).toBe(false);
  });

  it("A1: an opinion of a visit that says nothing is another doctor’s only when there is a first doctor’s", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const begun = (who: string, when: string) => {
      const id = visitEntries.add(doc, ana, { who, when });
      const visit = visitEntries.find(doc, id) ?? expect.fail("no visit");
      return openOpinion(doc, ana, visit, "2026-12-24");
    };
    const whose = (id: string) => found(doc, id).whose.value;
    const osei = begun("Dr Osei", "2026-10-08T10:00");
    expect(whose(osei)).toBe("");
    expect(isFirstDoctors(doc, found(doc, osei))).toBe(true);
    const again = begun("dr osei", "2026-12-10T10:00");
    expect(whose(again)).toBe("");
    expect(isFirstDoctors(doc, found(doc, again))).toBe(true);
    const other = begun("Dr Lindqvist", "2026-12-03T10:00");
    expect(whose(other)).toBe("later");
    const early = begun("Dr Haddad", "2026-09-01T10:00");
    expect(whose(early)).toBe("");
    expect(firstOpinion(doc)?.id).toBe(early);
  });

  it("A1: what the first doctor said again needs no talking over with that doctor", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    added(doc, ana, { who: "Dr Osei", whose: "first" }, { diagnosis: "Torn" });
    const again = added(doc, ana, { who: "Dr Osei" }, { diagnosis: "Torn and worn" });
    expect(ensureDiscussTask(doc, ana, again, words)).toBeNull();
  });

  it("stays another doctor’s when its visit is deleted", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const visit = visitEntries.add(doc, ana, { who: "Dr Lindqvist", part: "second" });
    const later = added(doc, ana, { who: "Dr Lindqvist", visit: visit }, { diagnosis: "Worn" });
    deleteEntry(doc, "visits", visit, ana);
    expect(isFirstDoctors(doc, later)).toBe(false);
    expect(firstOpinion(doc)).toBeNull();
  });

  it("counts a doctor who was heard twice once, and nobody who has said nothing", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    added(doc, ana, { who: "Dr Osei" }, { diagnosis: "Torn" });
    added(doc, ana, { who: " dr osei" }, { diagnosis: "Torn and worn" });
    added(doc, ana, { who: "" }, { diagnosis: "Worn" });
    added(doc, ana, { who: "Dr Silent" });
    expect(doctorsHeard(opinions(doc))).toBe(2);
  });

  it("finds the next visit with the first doctor by part or by name", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    added(doc, ana, { who: "Dr Osei", whose: "first" }, { diagnosis: "Torn" });
    visitEntries.add(doc, ana, { who: "Dr Lindqvist", when: "2026-12-01T10:00" });
    visitEntries.add(doc, ana, { who: "dr osei ", when: "2026-11-01T10:00" });
    const next = visitEntries.add(doc, ana, { who: "dr osei ", when: "2026-12-03T10:00" });
    expect(nextVisitWithFirst(doc, "2026-11-22T09:00")?.id).toBe(next);
    expect(nextVisitWithFirst(doc, "2026-12-03T10:00")).toBeNull();
  });

  it("is one of today whose hour is not known, until the day is over", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    added(doc, ana, { who: "Dr Osei", whose: "first" });
    const today = visitEntries.add(doc, ana, { who: "Dr Osei", when: "2026-12-03" });
    expect(nextVisitWithFirst(doc, "2026-12-03T23:59")?.id).toBe(today);
    expect(nextVisitWithFirst(doc, "2026-12-04T00:00")).toBeNull();
  });
});

describe("the visit behind an opinion", () => {
  it("is the one it names, else the last one with that doctor by that day", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const early = visitEntries.add(doc, ana, { who: "Dr  Osei", when: "2026-10-08T10:00" });
    const late = visitEntries.add(doc, ana, { who: "dr osei", when: "2026-12-03T10:00" });
    const other = visitEntries.add(doc, ana, { who: "Dr Lindqvist", when: "2026-10-09T10:00" });
    expect(visitBehind(doc, added(doc, ana, { who: "Dr Osei", on: "2026-10-08" }))).toBe(early);
    expect(visitBehind(doc, added(doc, ana, { who: "Dr Osei" }))).toBe(late);
    expect(visitBehind(doc, added(doc, ana, { who: "Dr Osei", visit: other }))).toBe(other);
    expect(visitBehind(doc, added(doc, ana, { who: "" }))).toBe("");
  });
});

describe("two phones with one opinion", () => {
  it("keep both names until someone chooses, and merge what both typed", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = added(ana, byAna, { who: "Dr L" }, { diagnosis: "worn" }).id;
    exchange(ana, ben);
    opinionEntries.set(ana, byAna, id, { who: "Dr Lindqvist" });
    opinionEntries.write(ana, id, "diagnosis", "worn joint");
    opinionEntries.set(ben, byBen, id, { who: "Dr. Lindquist" });
    opinionEntries.write(ben, id, "diagnosis", "badly worn");
    exchange(ana, ben);
    const { who, diagnosis } = found(ana, id);
    expect([who.value, ...who.others].sort()).toEqual(["Dr Lindqvist", "Dr. Lindquist"]);
    expect(diagnosis).toBe("badly worn joint");
    expect(found(ben, id)).toEqual(found(ana, id));
  });
});
