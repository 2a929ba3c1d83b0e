import { describe, expect, it } from "vitest";
import { type CaseDoc, editCaseText, setCaseField } from "../../../../src/domain/case/document";
import { conditionEntries, setNone } from "../../../../src/domain/health/health";
import { addMedicine, medicineEntries, setMedicine, setNoMedicines } from "../../../../src/domain/health/medicines";
import { opinionEntries } from "../../../../src/domain/opinions/opinionEntries";
import { addQuestion } from "../../../../src/domain/questions/questions";
import { addRecord } from "../../../../src/domain/records/records";
import { anyDoctor, chooseSection } from "../../../../src/domain/summary/summary";
import { addVisit, visitEntries } from "../../../../src/domain/visits/visits";
import { conditionDetail, medicineDetail } from "../../../../src/ui/screens/health/lines";
import { codeText } from "../../../../src/ui/screens/summary/code";
import { contentsOf } from "../../../../src/ui/screens/summary/contents";
import { cutWords, longestCutWords } from "../../../../src/ui/screens/summary/cutWords";
import { headOf } from "../../../../src/ui/screens/summary/head";
import { blocksOf, laidOut } from "../../../../src/ui/screens/summary/layout";
import { plainText } from "../../../../src/ui/screens/summary/summary";
import { exchange, twoPhones } from "../../domain/twoDocs";
import { fill } from "./filled";

const today = "2026-11-22";

/** Removes the direction marks around typed words, which do not matter here. */
function plain(text: string): string {
  return text.replace(/[\u2068\u2069]/g, "");
}

function wordsOf(doc: CaseDoc, whom = anyDoctor): Record<string, string[]> {
  const parts = contentsOf(doc, whom, today);
  return Object.fromEntries(
    parts.map(({ section, entries }) => [
      section,
      entries.map(({ day, words }) => plain(day === undefined ? words : `${day}: ${words}`)),
    ]),
  );
}

describe("the words of the summary", () => {
  it("P2: a filled case is told section by section, dated, with what is missing", () => {
    const { ana, byAna } = twoPhones();
    const visit = fill(ana, byAna);
    expect(wordsOf(ana, visit)).toEqual({
      why: ["Dr Osei advises an operation.\nWhat else is there?"],
      decideBy: [expect.stringMatching(/^Decide by .*2026\. .*“Please let us know\.” Said by Dr Osei\.$/)],
      questions: ["What happens if I wait?"],
      allergies: ["Penicillin: a rash · 1988"],
      medicines: ["Amlodipine, 5 mg · once a day"],
      conditions: ["High blood pressure, since 2011", "Broken ankle, as a child · in the past"],
      symptoms: [expect.stringMatching(/^Swollen knee \(Better · .*2026\): A good week\.$/)],
      happened: ["2026-09-20: MRI (City Clinic)", "2026-05-04: Swollen knee (New)"],
      records: ["Still waiting: X-ray", "Here: MRI"],
      opinions: [expect.stringMatching(/^Dr Osei \(.*2026\) · Diagnosis: A tear · Advice: Surgery$/)],
    });
  });

  it("P2: an empty case says what was not recorded, and never “none”", () => {
    const { ana } = twoPhones();
    const ask = "Not recorded yet. Please ask.";
    expect(wordsOf(ana)).toEqual({ allergies: [ask], medicines: [ask], conditions: [ask] });
  });

  it("D2: “none” is said with its day", () => {
    const { ana, byAna } = twoPhones();
    setNoMedicines(ana, byAna, true);
    setNone(ana, byAna, "allergies", true);
    expect(wordsOf(ana).medicines?.[0]).toMatch(/^None\. Said on .*2026\.$/);
    expect(wordsOf(ana).allergies?.[0]).toMatch(/^None\. Said on /);
    expect(codeText(ana, anyDoctor, today)).toMatch(/Medicines: none, said on/);
  });

  it("D2: two doses that two phones wrote stand side by side, and it says that nothing is settled", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = addMedicine(ana, byAna, { name: "Amlodipine", dose: "5 mg" });
    exchange(ana, ben);
    setMedicine(ana, byAna, id, { dose: "10 mg" });
    setMedicine(ben, byBen, id, { dose: "2.5 mg" });
    exchange(ana, ben);
    const medicine = medicineEntries.find(ana, id);
    const line = medicine ? medicineDetail(medicine) : "";
    expect(line).toContain("10 mg");
    expect(line).toContain("2.5 mg");
    expect(line).toContain("not settled");
    expect(wordsOf(ana).medicines?.[0]).toContain("not settled");
    expect(codeText(ben, anyDoctor, today)).toContain("not settled");
  });

  it("D2: a medicine says what it is for and since when; that it was stopped comes first, on paper and in the code, too", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = addMedicine(ana, byAna, { name: "Ibuprofen", dose: "400 mg", whatFor: "knee pain", since: "2019" });
    const line = () => medicineEntries.list(ana).map(medicineDetail).join();
    expect(line()).toBe("400 mg · for knee pain · since 2019");
    exchange(ana, ben);
    setMedicine(ana, byAna, id, { stoppedOn: "2026-11-01" });
    expect(line()).toBe("stopped November 1, 2026 · 400 mg · for knee pain · since 2019");
    expect(wordsOf(ana).medicines).toEqual([`Ibuprofen, ${line()}`]);
    expect(codeText(ana, anyDoctor, today)).toContain("stopped November 1, 2026");
    setMedicine(ben, byBen, id, { stoppedOn: "2026-11-02" });
    setMedicine(ben, byBen, id, { stoppedOn: "" });
    exchange(ana, ben);
    expect(line()).toMatch(/^(still taken|stopped November 1, 2026) \/ .* \(not settled/);
  });

  it("D2: an illness that one phone calls past and the other present is not settled either", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = conditionEntries.add(ana, byAna, { name: "Asthma" });
    exchange(ana, ben);
    conditionEntries.set(ana, byAna, id, { status: "past" });
    conditionEntries.set(ben, byBen, id, { status: "now" });
    exchange(ana, ben);
    const condition = conditionEntries.find(ana, id);
    expect(condition && conditionDetail(condition)).toMatch(/^(now \/ in the past|in the past \/ now) \(not settled/);
  });

  it("P2: what is left out for one doctor is on no paper, in no code and in no shared words for that doctor", () => {
    const { ana, byAna } = twoPhones();
    const visit = fill(ana, byAna);
    chooseSection(ana, byAna, visit, "medicines", false);
    expect(wordsOf(ana, visit).medicines).toBeUndefined();
    expect(codeText(ana, visit, today)).not.toContain("Amlodipine");
    chooseSection(ana, byAna, visit, "happened", false);
    expect(wordsOf(ana, visit).records?.[1]).toMatch(/^Here: MRI \(.*2026\)$/);
    expect(wordsOf(ana).medicines).toHaveLength(1);
    expect(codeText(ana, anyDoctor, today)).toContain("Medicine: Amlodipine, 5 mg · once a day");
  });

  it("P2: the head says for whom, from whom, when, and that the patient wrote it", () => {
    const { ana, byAna } = twoPhones();
    const visit = fill(ana, byAna);
    setCaseField(ana, byAna, "patientName", "مريم 🌷");
    setCaseField(ana, byAna, "patientBirthDate", "1958-03-02");
    const head = headOf(ana, visitEntries.find(ana, visit), today);
    expect(plain(head.title)).toBe("Summary for Dr Lindqvist");
    expect(plain(head.lines.join(" "))).toMatch(
      /^مريم 🌷, born .*1958 Written by the patient, .*2026, for the visit on .*2026$/,
    );
    const text = plain(plainText(head, contentsOf(ana, visit, today)));
    expect(text).toContain("My three most important questions\n- What happens if I wait?");
    expect(text).toMatch(
      /Entered by the patient, not by a doctor\. Please send your report to the patient, and to the first doctor\.$/,
    );
    expect(headOf(ana, null, today)).toMatchObject({ title: "Summary", sendReport: false });
  });
});

describe("what doctors said", () => {
  it("P2: is not called another doctor’s where it is this doctor’s, said at an earlier visit", () => {
    const { ana, byAna } = twoPhones();
    const [before, next] = ["2026-10-09T10:00", "2026-12-03T10:00"].map((when) =>
      addVisit(ana, byAna, { who: "Dr Osei", when }),
    );
    opinionEntries.add(ana, byAna, { who: "Dr Osei", visit: before ?? "" }, { diagnosis: "A tear" });
    const visit = visitEntries.find(ana, next ?? "");
    const text = plainText(headOf(ana, visit, "2026-11-22"), contentsOf(ana, next ?? "", "2026-11-22"));
    expect(text).toContain("What doctors said so far\n- ");
    expect(text).not.toMatch(/other doctor/i);
  });
});

describe("what does not fit", () => {
  it("P2: is counted by section, whole entries and the ends of long texts, those never measured included", () => {
    const { ana, byAna } = twoPhones();
    for (let n = 0; n < 500; n += 1) addRecord(ana, byAna, { what: `Record ${n}` });
    addQuestion(ana, byAna, "A long question. ".repeat(60));
    const parts = laidOut(contentsOf(ana, anyDoctor, today));
    const nothingCut = parts.map(({ entries }) => entries.flatMap(({ pieces }) => pieces.map(() => true)));
    expect(cutWords(parts, nothingCut)).toBe("Not on this page: 440 records.");
    const oneEach = nothingCut.map((kept) => kept.map((_, at) => at === 0));
    expect(cutWords(parts, oneEach)).toBe("Not on this page: 499 records and the end of 1 long text.");
    const none = nothingCut.map((kept) => kept.map(() => false));
    expect(cutWords(parts, none)).toContain(
      "1 question, 1 allergy, 1 medicine, 1 illness or operation, and 500 records.",
    );
    expect(longestCutWords(parts).length).toBeGreaterThanOrEqual(cutWords(parts, none).length);
  });

  it("P2: nothing is said when all of it fits", () => {
    const { ana, byAna } = twoPhones();
    fill(ana, byAna);
    const parts = laidOut(contentsOf(ana, anyDoctor, today));
    expect(
      cutWords(
        parts,
        parts.map(({ entries }) => entries.flatMap(({ pieces }) => pieces.map(() => true))),
      ),
    ).toBe("");
  });

  it("P2: the beginnings of what matters most outrank all else, and how a text goes on comes last", () => {
    const { ana, byAna } = twoPhones();
    fill(ana, byAna);
    editCaseText(ana, "whyHere", "A sentence. ".repeat(200));
    const parts = laidOut(contentsOf(ana, anyDoctor, today));
    const blocks = blocksOf(parts, [], []);
    const ranks = (section: string) =>
      blocks[parts.findIndex((part) => part.section === section)]?.pieces.map((p) => p.rank) ?? [];
    expect(Math.max(...ranks("medicines"))).toBeLessThan(Math.min(...ranks("opinions")));
    expect(
      ranks("why")
        .slice(0, 3)
        .every((rank) => rank === 0),
    ).toBe(true);
    expect(ranks("why")[3]).toBeGreaterThan(Math.max(...ranks("opinions")));
  });
});
