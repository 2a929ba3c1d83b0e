import { describe, expect, it } from "vitest";
import { firstDoctor, visitsThatReport } from "../../../src/domain/doctors/reports";
import { opinionEntries, whoseIs } from "../../../src/domain/opinions/opinionEntries";
import { firstDoctorsName, nextVisitWithFirst } from "../../../src/domain/opinions/opinions";
import { visitFacts } from "../../../src/domain/visits/visitFacts";
import { addVisit, setVisit, visitEntries, visits } from "../../../src/domain/visits/visits";
import { linesFor, openingOf } from "../../../src/ui/screens/visits/openingLines";
import { twoPhones } from "./twoDocs";

/** Dr Lindqvist gave a second opinion; the patient goes back to Dr Osei, whose first visit nobody wrote down. */
function afterASecondOpinion() {
  const { ana, byAna } = twoPhones();
  const lindqvist = addVisit(ana, byAna, { who: "Dr Lindqvist", when: "2026-12-03T10:30", part: "second" });
  const osei = addVisit(ana, byAna, { who: "Dr Osei", when: "2026-12-10T09:00", part: "back" });
  return { ana, byAna, lindqvist, osei };
}

describe("going back to the first doctor", () => {
  it("A1: begins with words that say there is another opinion, and ask about it", () => {
    const lines = linesFor("back");
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(lines[0]).toMatch(/second opinion/);
    for (const line of lines) expect(line).not.toMatch(/came for a second|fresh eyes|you are the second/);
    const { ana, osei } = afterASecondOpinion();
    const visit = visits(ana).find(({ id }) => id === osei);
    expect(visit && openingOf(ana, visit)).toBe(lines[0]);
  });

  it("A1: has such words whatever the visit is called, and only once another doctor was heard", () => {
    for (const part of ["first", ""] as const) {
      const { ana, byAna } = twoPhones();
      addVisit(ana, byAna, { who: "Dr Osei", when: "2026-10-08T09:15", part: "first" });
      const again = addVisit(ana, byAna, { who: "Dr Osei", when: "2026-12-10T09:00", part });
      const openings = () => visits(ana).map((visit) => openingOf(ana, visit));
      const before = openings();
      expect(before).not.toContain(linesFor("back")[0]);
      const other = addVisit(ana, byAna, { who: "Dr Lindqvist", when: "2026-12-03T10:30", part: "second" });
      expect(openings()).not.toContain(linesFor("back")[0]);
      setVisit(ana, byAna, other, { endedAt: byAna.now() });
      expect(openingOf(ana, visitEntries.find(ana, again) ?? expect.fail("gone"))).toBe(linesFor("back")[0]);
      expect(openings()[0]).toBe("");
    }
  });

  it("A1: is a visit to the first doctor, whose name and next visit it tells", () => {
    const { ana, osei } = afterASecondOpinion();
    expect(firstDoctorsName(ana)).toBe("Dr Osei");
    expect(firstDoctor(ana)?.visits.map(({ id }) => id)).toEqual([osei]);
    expect(nextVisitWithFirst(ana, "2026-12-04T00:00")?.id).toBe(osei);
  });

  it("A1: asks the other doctor for a report, and not the first one, also while neither has a name", () => {
    const { ana, byAna, lindqvist } = afterASecondOpinion();
    expect(visitsThatReport(ana).map(({ id }) => id)).toEqual([lindqvist]);
    addVisit(ana, byAna, { who: "", when: "2026-12-17T09:00", part: "back" });
    expect(visitsThatReport(ana).map(({ id }) => id)).toEqual([lindqvist]);
  });

  it("A1: brings the first doctor's words, and is not one more opinion", () => {
    const { ana, byAna, lindqvist, osei } = afterASecondOpinion();
    const [his, hers] = [osei, lindqvist].map((visit) => opinionEntries.add(ana, byAna, { visit }));
    const whose = (id = "") => {
      const opinion = opinionEntries.find(ana, id);
      return opinion && whoseIs(ana, opinion);
    };
    expect([whose(his), whose(hers)]).toEqual(["first", "later"]);
    expect(visitFacts(ana, "2026-12-04T00:00").hasPlanned).toBe(false);
  });
});
