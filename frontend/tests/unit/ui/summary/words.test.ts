import encodeQR from "qr";
import decodeQR from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { addConsultation, consultationEntries } from "../../../../src/domain/consultations";
import { setDecideBy } from "../../../../src/domain/decideBy";
import { type CaseDoc, editCaseText, setCaseField, type Writer } from "../../../../src/domain/document";
import { allergyEntries, conditionEntries, setNone, symptomEntries } from "../../../../src/domain/health";
import { addMedicine, medicineEntries, setMedicine, setNoMedicines } from "../../../../src/domain/medicines";
import { opinionEntries } from "../../../../src/domain/opinionEntries";
import { addQuestion } from "../../../../src/domain/questions";
import { addRecord } from "../../../../src/domain/records";
import { anyDoctor, chooseSection } from "../../../../src/domain/summary";
import { conditionDetail, medicineDetail } from "../../../../src/ui/screens/health/lines";
import { codeText, MOST_BYTES } from "../../../../src/ui/screens/summary/code";
import { contentsOf } from "../../../../src/ui/screens/summary/contents";
import { cutWords, longestCutWords } from "../../../../src/ui/screens/summary/cutWords";
import { headOf } from "../../../../src/ui/screens/summary/head";
import { blocksOf, laidOut } from "../../../../src/ui/screens/summary/layout";
import { plainText } from "../../../../src/ui/screens/summary/plainText";
import { exchange, twoPhones } from "../../domain/twoDocs";

const today = "2026-11-22";

/** The marks that keep typed words apart in a sentence are not what is looked at here. */
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

function fill(doc: CaseDoc, writer: Writer): string {
  editCaseText(doc, "whyHere", "Dr Osei advises an operation.\nWhat else is there?");
  setDecideBy(doc, writer, { date: "2026-12-14", words: "Please let us know.", saidBy: "Dr Osei" });
  addQuestion(doc, writer, "What happens if I wait?");
  allergyEntries.add(doc, writer, { to: "Penicillin", reaction: "a rash", since: "1988" });
  addMedicine(doc, writer, { name: "Amlodipine", dose: "5 mg", howOften: "once a day" });
  conditionEntries.add(doc, writer, { name: "High blood pressure", since: "2011" });
  conditionEntries.add(doc, writer, { name: "Broken ankle", since: "as a child", status: "past" });
  symptomEntries.add(doc, writer, { what: "Swollen knee", on: "2026-05-04", change: "new" });
  symptomEntries.add(
    doc,
    writer,
    { what: "Swollen knee", on: "2026-11-10", change: "better" },
    { words: "A good week." },
  );
  addRecord(doc, writer, { what: "MRI", holder: "City Clinic", status: "have", madeOn: "2026-09-20" });
  addRecord(doc, writer, { what: "X-ray", status: "asked" });
  opinionEntries.add(
    doc,
    writer,
    { who: "Dr Osei", on: "2026-10-09" },
    { diagnosis: "A tear", recommended: "Surgery" },
  );
  return addConsultation(doc, writer, { who: "Dr Lindqvist", when: "2026-12-03T10:30", part: "second" });
}

describe("the words of the summary", () => {
  it("P2: a filled case is told section by section, dated, with what is missing", () => {
    const { ana, byAna } = twoPhones();
    const visit = fill(ana, byAna);
    expect(wordsOf(ana, visit)).toEqual({
      why: ["Dr Osei advises an operation.\nWhat else is there?"],
      decideBy: [
        expect.stringMatching(/^I was told to decide by .*2026\. .*“Please let us know\.” Said by Dr Osei\.$/),
      ],
      questions: ["What happens if I wait?"],
      allergies: ["Penicillin: a rash · 1988"],
      medicines: ["Amlodipine, 5 mg · once a day"],
      conditions: ["High blood pressure, since 2011", "Broken ankle, as a child · in the past"],
      symptoms: [expect.stringMatching(/^Swollen knee \(Better · .*2026\): A good week\.$/)],
      happened: ["2026-09-20: MRI (City Clinic)", "2026-05-04: Swollen knee (New)"],
      records: ["Not here yet: X-ray", "With me: MRI"],
      opinions: [expect.stringMatching(/^Dr Osei \(.*2026\) · Diagnosis: A tear · Advice: Surgery$/)],
    });
  });

  it("P2: an empty case says what was not recorded, and never “none”", () => {
    const { ana } = twoPhones();
    const ask = "Not recorded yet. Please ask me.";
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
    expect(wordsOf(ana, visit).records?.[1]).toMatch(/^With me: MRI \(.*2026\)$/);
    expect(wordsOf(ana).medicines).toHaveLength(1);
    expect(codeText(ana, anyDoctor, today)).toContain("Medicine: Amlodipine, 5 mg · once a day");
  });

  it("P2: the head says for whom, from whom, when, and that the patient wrote it", () => {
    const { ana, byAna } = twoPhones();
    const visit = fill(ana, byAna);
    setCaseField(ana, byAna, "patientName", "مريم 🌷");
    setCaseField(ana, byAna, "patientBirthDate", "1958-03-02");
    const head = headOf(ana, consultationEntries.find(ana, visit), today);
    expect(plain(head.title)).toBe("Summary for Dr Lindqvist");
    expect(plain(head.lines.join(" "))).toMatch(
      /^مريم 🌷, born .*1958 Written by the patient on .*2026, for the visit on .*2026$/,
    );
    const text = plain(plainText(head, contentsOf(ana, visit, today)));
    expect(text).toContain("My three most important questions\n- What happens if I wait?");
    expect(text).toMatch(
      /Entered by the patient, not by a doctor\. Please send your report to me, and to my first doctor\.$/,
    );
    expect(headOf(ana, null, today)).toMatchObject({ title: "Summary", sendReport: false });
  });
});

describe("what doctors said", () => {
  it("P2: is not called another doctor’s where it is this doctor’s, said at an earlier visit", () => {
    const { ana, byAna } = twoPhones();
    const [before, next] = ["2026-10-09T10:00", "2026-12-03T10:00"].map((when) =>
      addConsultation(ana, byAna, { who: "Dr Osei", when }),
    );
    opinionEntries.add(ana, byAna, { who: "Dr Osei", consultation: before ?? "" }, { diagnosis: "A tear" });
    const visit = consultationEntries.find(ana, next ?? "");
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

describe("the code to scan", () => {
  it("P2: holds name, allergies, medicines, illnesses and questions in plain lines", () => {
    const { ana, byAna } = twoPhones();
    fill(ana, byAna);
    setCaseField(ana, byAna, "patientName", "Maria Keller");
    expect(codeText(ana, anyDoctor, today).split("\n")).toEqual([
      "Patient: Maria Keller",
      expect.stringMatching(/^Entered by the patient, .*2026$/),
      "Allergy: Penicillin, a rash · 1988",
      "Medicine: Amlodipine, 5 mg · once a day",
      "Illness: High blood pressure, since 2011",
      "Illness: Broken ankle, as a child · in the past",
      "Question: What happens if I wait?",
    ]);
  });

  it("P2: with a very long name, 500 medicines and a text of 10,000 letters it stays within 800 bytes and says what is missing", () => {
    const { ana, byAna } = twoPhones();
    setCaseField(ana, byAna, "patientName", "محمد ".repeat(2000));
    for (let n = 0; n < 500; n += 1) addMedicine(ana, byAna, { name: `Медicine ${n} 🌷`, dose: "5 mg" });
    addQuestion(ana, byAna, "ü".repeat(10_000));
    const text = codeText(ana, anyDoctor, today);
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(MOST_BYTES);
    expect(text).not.toMatch(/\p{Surrogate}/u);
    expect(text).toContain("Allergies: not recorded");
    expect(text).toMatch(/NOT COMPLETE: \d+ lines are missing here\.$/);
  });

  it("P2: of 800 bytes can be drawn with dots that a phone still tells apart, and read back word for word", () => {
    const { ana, byAna } = twoPhones();
    for (let n = 0; n < 60; n += 1) addMedicine(ana, byAna, { name: `Lévothyroxine ${n} 🌷`, dose: "25 µg" });
    const text = codeText(ana, anyDoctor, today);
    expect(new TextEncoder().encode(text).length).toBeGreaterThan(760);
    const dots = encodeQR(text, "raw", { border: 4, ecc: "low" });
    // Version 20: 97 dots, and a border of four on each side.
    expect(dots.length).toBeLessThanOrEqual(105);
    expect(decodeQR(pictureOf(dots))).toBe(text);
  });
});

/** As a camera sees it: each dot three by three pixels. */
function pictureOf(dots: boolean[][]): { width: number; height: number; data: Uint8ClampedArray } {
  const width = dots.length * 3;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (dots[Math.floor(y / 3)]?.[Math.floor(x / 3)]) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height: width, data };
}
