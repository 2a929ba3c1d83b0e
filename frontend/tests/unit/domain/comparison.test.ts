import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CaseDoc, newDocument, type Writer } from "../../../src/domain/case/document";
import {
  type ComparedRow,
  comparison,
  countsOf,
  differencesIn,
  mayAskThird,
  mayMirror,
} from "../../../src/domain/opinions/comparison";
import { type OpinionRow, opinionEntries, opinionRows } from "../../../src/domain/opinions/opinionEntries";
import { setVerdict, type Verdict, verdictOf, verdicts } from "../../../src/domain/opinions/verdicts";
import { exchange, twoPhones, writerNamed } from "./twoDocs";

type Rows = Partial<Record<OpinionRow, string>>;

function pair(first: Rows, later: Rows) {
  const doc = newDocument();
  const ana = writerNamed("ana");
  const one = opinionEntries.add(doc, ana, { who: "Dr Osei", whose: "first" }, first);
  const two = opinionEntries.add(doc, ana, { who: "Dr Lindqvist", whose: "later" }, later);
  return {
    doc,
    ana,
    one,
    two,
    mark: (row: OpinionRow, verdict: Verdict) => setVerdict(doc, ana, one, two, row, verdict),
  };
}

function compared(doc: CaseDoc) {
  return comparison(doc) ?? expect.fail("nothing to compare");
}

function third(doc: CaseDoc, writer: Writer): string {
  return opinionEntries.add(doc, writer, { who: "Dr Haddad", whose: "later" }, { diagnosis: "Worn" });
}

const anyRows = fc.array(
  fc.record<ComparedRow>({
    row: fc.constantFrom(...opinionRows),
    sides: fc.constantFrom("both", "first-only", "later-only", "none"),
    verdict: fc.record({
      value: fc.constantFrom<Verdict>("", ...verdicts),
      others: fc.constantFrom<Verdict[]>([], [], ["same"], ["different"]),
    }),
  }),
  { maxLength: 40 },
);

describe("the comparison", () => {
  it("A2: sets no mark by itself and says of every part who has words in it", () => {
    const { doc } = pair({ diagnosis: "Torn", seen: "X-ray" }, { diagnosis: "Torn", ifWait: " nothing bad " });
    const [later] = compared(doc).later;
    expect(later?.rows.map(({ verdict }) => verdict.value)).toEqual(opinionRows.map(() => ""));
    expect(later?.rows.filter(({ sides }) => sides !== "none").map(({ row, sides }) => [row, sides])).toEqual([
      ["seen", "first-only"],
      ["diagnosis", "both"],
      ["ifWait", "later-only"],
    ]);
  });

  it("A2: is nothing while there is one opinion", () => {
    const doc = newDocument();
    opinionEntries.add(doc, writerNamed("ana"), { who: "Dr Osei" }, { diagnosis: "Torn" });
    expect(comparison(doc)).toBeNull();
  });

  it("A2: every row is counted once, whatever its mark, and only unmarked ones with words on both sides stay open", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { open, ...marked } = countsOf(rows);
        const sum = Object.values(marked).reduce((all, one) => all + one, 0);
        const inDispute = rows.filter(({ verdict }) => verdict.others.length > 0);
        const settled = rows.filter((row) => !inDispute.includes(row));
        const unmarked = settled.filter(({ verdict, sides }) => verdict.value === "" && sides === "both");
        expect(sum).toBe(settled.filter(({ verdict }) => verdict.value !== "").length);
        expect(open).toBe(unmarked.length + inDispute.length);
      }),
    );
  });

  it("A2: the counts do not depend on the order of the rows", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(countsOf([...rows].reverse())).toEqual(countsOf(rows));
      }),
    );
  });

  it("A2: two phones that mark one part in two ways keep both marks", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const one = opinionEntries.add(ana, byAna, { whose: "first" }, { diagnosis: "Torn" });
    const two = opinionEntries.add(ana, byAna, { whose: "later" }, { diagnosis: "Worn" });
    exchange(ana, ben);
    setVerdict(ana, byAna, one, two, "diagnosis", "partly");
    setVerdict(ben, byBen, one, two, "diagnosis", "different");
    exchange(ana, ben);
    const { value, others } = verdictOf(ana, one, two, "diagnosis");
    expect([value, ...others].sort()).toEqual(["different", "partly"]);
    expect(verdictOf(ben, one, two, "diagnosis")).toEqual({ value, others });
    expect(mayAskThird(compared(ana))).toBe(true);
  });

  it("keeps a mark with the two opinions it was set on", () => {
    const { doc, ana, one, two, mark } = pair({ diagnosis: "Torn" }, { diagnosis: "Worn" });
    mark("diagnosis", "different");
    opinionEntries.set(doc, ana, one, { whose: "later" });
    opinionEntries.set(doc, ana, two, { whose: "first" });
    expect(compared(doc).first.id).toBe(two);
    expect(verdictOf(doc, two, one, "diagnosis").value).toBe("");
    expect(verdictOf(doc, one, two, "diagnosis").value).toBe("different");
  });

  it("A1: takes back what differs, and what the first doctor did not say", () => {
    const { doc, mark } = pair({ diagnosis: "Torn", harms: "Pain" }, { diagnosis: "Worn", ifWait: "Nothing" });
    mark("diagnosis", "partly");
    mark("harms", "not-said");
    mark("ifWait", "not-said");
    mark("sure", "same");
    expect(differencesIn(compared(doc)).map(({ row }) => row)).toEqual(["diagnosis", "ifWait"]);
  });
});

describe("a third opinion", () => {
  it("A3: is spoken of only when what it is or what was advised is marked as different", () => {
    fc.assert(
      fc.property(fc.constantFrom(...opinionRows), fc.constantFrom<Verdict>("", ...verdicts), (row, verdict) => {
        const { doc, mark } = pair({ [row]: "This" }, { [row]: "That" });
        mark(row, verdict);
        const isFar = verdict === "different" && (row === "diagnosis" || row === "recommended");
        expect(mayAskThird(compared(doc))).toBe(isFar);
      }),
    );
  });

  it("A3: is not spoken of once three doctors were heard", () => {
    const { doc, ana, mark } = pair({ diagnosis: "Torn" }, { diagnosis: "Worn" });
    mark("diagnosis", "different");
    expect(mayAskThird(compared(doc))).toBe(true);
    third(doc, ana);
    expect(mayAskThird(compared(doc))).toBe(false);
  });

  it("F4: from the third doctor on the mirror is there, and it takes nothing away", () => {
    const { doc, ana } = pair({ diagnosis: "Torn" }, { diagnosis: "Worn" });
    expect(mayMirror(doc)).toBe(false);
    third(doc, ana);
    expect(mayMirror(doc)).toBe(true);
    opinionEntries.add(doc, ana, { who: "Dr Sato", whose: "later" }, { diagnosis: "Torn" });
    expect(compared(doc).later).toHaveLength(3);
  });
});
