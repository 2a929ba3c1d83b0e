import { describe, expect, it } from "vitest";
import type { CaseDoc } from "../../../src/domain/case/document";
import { deleteEntry } from "../../../src/domain/case/entries";
import { letterEntries, letters } from "../../../src/domain/letters/letterEntries";
import { dueOfLetter } from "../../../src/domain/letters/letterFacts";
import {
  correctDay,
  holdersToAsk,
  letterByRecord,
  recordsOf,
  sayItCame,
  sayItWasSent,
  writeTo,
} from "../../../src/domain/letters/letters";
import { addRecord, recordEntries, records, setRecord } from "../../../src/domain/records/records";
import { answerTimeOf, eightDays } from "./answerTimes";
import { exchange, twoPhones } from "./twoDocs";

const standing = (doc: CaseDoc) =>
  records(doc).map(({ what, status, askedOn, receivedOn }) =>
    [what.value, status.value, askedOn.value || receivedOn.value].filter(Boolean).join(" "),
  );
const only = (doc: CaseDoc) => letters(doc)[0] ?? expect.fail("the letter is gone");

function clinic() {
  const phones = twoPhones();
  const { ana, byAna } = phones;
  const mri = addRecord(ana, byAna, { what: "MRI", kind: "images", holder: "City Clinic" });
  const biopsy = addRecord(ana, byAna, { what: "Biopsy", kind: "slides", holder: " city  clinic" });
  addRecord(ana, byAna, { what: "Blood test", kind: "tests", holder: "Dr Roe", status: "have" });
  return { ...phones, mri, biopsy };
}

describe("a letter that asks for records", () => {
  it("P1: asks its holder for all that is still needed from there", () => {
    const { ana, byAna, mri, biopsy } = clinic();
    expect(holdersToAsk(ana)).toEqual([{ holder: "City Clinic", count: 2 }]);
    const id = writeTo(ana, byAna, "City Clinic", "GB");
    expect(only(ana)).toMatchObject({ id, country: { value: "GB" }, slides: { value: true }, images: { value: true } });
    expect(recordsOf(ana, only(ana)).map((record) => record.id)).toEqual([mri, biopsy]);
    expect([...letterByRecord(ana).keys()].sort()).toEqual([mri, biopsy].sort());
  });

  it("P1: to nobody in particular asks for nothing by itself, and is not kept while it is empty", () => {
    const { ana, byAna } = clinic();
    addRecord(ana, byAna, { what: "Nobody knows who has it" });
    const id = writeTo(ana, byAna, " ", "");
    expect(only(ana).records).toEqual([]);
    expect(letterEntries.find(ana, id)).toMatchObject({ holder: { value: "" }, extra: "" });
    expect(letterEntries.isBlank(only(ana))).toBe(true);
  });

  it("P1: is begun once: what is needed later from the same clinic goes into the letter that was not sent yet", () => {
    const { ana, byAna, mri, biopsy } = clinic();
    const id = writeTo(ana, byAna, "City Clinic", "GB");
    letterEntries.set(ana, byAna, id, { slides: false });
    const xray = addRecord(ana, byAna, { what: "X-ray", holder: "CITY CLINIC" });
    expect(writeTo(ana, byAna, " city clinic ", "US")).toBe(id);
    expect(recordsOf(ana, only(ana)).map((record) => record.id)).toEqual([mri, biopsy, xray]);
    expect(only(ana)).toMatchObject({ country: { value: "GB" }, slides: { value: false } });
    sayItWasSent(ana, byAna, id, "2026-11-22");
    addRecord(ana, byAna, { what: "Plan", holder: "City Clinic" });
    expect(writeTo(ana, byAna, "City Clinic", "GB")).not.toBe(id);
  });

  it("P1: is kept for what is ticked in it, or came, before anybody is named", () => {
    const { ana, byAna, mri } = clinic();
    const id = writeTo(ana, byAna, "", "GB");
    expect(letterEntries.isBlank(only(ana))).toBe(true);
    letterEntries.mark(ana, byAna, id, "records", mri, true);
    expect(letterEntries.isBlank(only(ana))).toBe(false);
    letterEntries.mark(ana, byAna, id, "records", mri, false);
    letterEntries.set(ana, byAna, id, { answeredOn: "2026-11-22" });
    expect(letterEntries.isBlank(only(ana))).toBe(false);
  });

  it("R2: once sent, has its records asked for on that day; what was asked for before keeps its day", () => {
    const { ana, byAna, mri } = clinic();
    setRecord(ana, byAna, mri, { status: "asked", askedOn: "2026-11-01" });
    const id = writeTo(ana, byAna, "City Clinic", "GB");
    letterEntries.mark(ana, byAna, id, "records", mri, true);
    const takeBack = sayItWasSent(ana, byAna, id, "2026-11-22");
    expect(only(ana).sentOn.value).toBe("2026-11-22");
    expect(standing(ana)).toEqual(["MRI asked 2026-11-01", "Biopsy asked 2026-11-22", "Blood test have"]);
    takeBack();
    expect(only(ana).sentOn.value).toBe("");
    expect(standing(ana)).toEqual(["MRI asked 2026-11-01", "Biopsy need", "Blood test have"]);
  });

  it("P1: never asks again for what is here", () => {
    const { ana, byAna, mri, biopsy } = clinic();
    const id = writeTo(ana, byAna, "City Clinic", "GB");
    setRecord(ana, byAna, mri, { status: "have", receivedOn: "2026-11-20" });
    sayItWasSent(ana, byAna, id, "2026-11-22");
    expect(standing(ana)).toEqual(["MRI have 2026-11-20", "Biopsy asked 2026-11-22", "Blood test have"]);
    deleteEntry(ana, "records", biopsy, byAna);
    expect(recordsOf(ana, only(ana)).map(({ what }) => what.value)).toEqual(["MRI"]);
  });

  it("P1: once answered, has its records here; taking that back asks for them again", () => {
    const { ana, byAna } = clinic();
    const id = writeTo(ana, byAna, "City Clinic", "GB");
    sayItWasSent(ana, byAna, id, "2026-11-22");
    const takeBack = sayItCame(ana, byAna, id, "2026-12-01");
    expect(only(ana).answeredOn.value).toBe("2026-12-01");
    expect(records(ana).map(({ status }) => status.value)).toEqual(["have", "have", "have"]);
    expect(records(ana)[0]?.receivedOn.value).toBe("2026-12-01");
    takeBack();
    expect(only(ana).answeredOn.value).toBe("");
    expect(standing(ana).slice(0, 2)).toEqual(["MRI asked 2026-11-22", "Biopsy asked 2026-11-22"]);
  });

  it("R2: whose day is corrected corrects the day of the records it asked for, and of no other", () => {
    const { ana, byAna, mri } = clinic();
    const id = writeTo(ana, byAna, "City Clinic", "GB");
    setRecord(ana, byAna, mri, { status: "asked", askedOn: "2026-11-01" });
    sayItWasSent(ana, byAna, id, "2026-11-22");
    for (const typed of ["", "0002-11-20", "2026-11-20"]) correctDay(ana, byAna, only(ana), "sentOn", typed);
    expect(standing(ana).slice(0, 2)).toEqual(["MRI asked 2026-11-01", "Biopsy asked 2026-11-20"]);
    sayItCame(ana, byAna, id, "2026-12-01");
    correctDay(ana, byAna, only(ana), "answeredOn", "2026-12-02");
    expect(records(ana).map(({ receivedOn }) => receivedOn.value)).toEqual(["2026-12-02", "2026-12-02", ""]);
  });

  it("R2: has its clinic's time counted from the day they got it, with the days on its records", () => {
    const { ana, byAna, mri, biopsy } = clinic();
    const id = writeTo(ana, byAna, "City Clinic", "FR");
    sayItWasSent(ana, byAna, id, "2026-11-02");
    const due = () => dueOfLetter(ana, only(ana), () => eightDays);
    expect(due()).toMatchObject({ from: "2026-11-09", last: "2027-01-11" });
    correctDay(ana, byAna, only(ana), "arrivedOn", "2026-11-05");
    expect(due()).toMatchObject({ from: "2026-11-05", last: "2027-01-05" });
    expect(due()?.limits).toHaveLength(2);
    for (const record of [mri, biopsy]) setRecord(ana, byAna, record, { madeOn: "2026-09-20" });
    expect(due()).toMatchObject({ last: "2026-11-13", limits: [{ span: eightDays.limit }] });
    expect(standing(ana).slice(0, 2)).toEqual(["MRI asked 2026-11-02", "Biopsy asked 2026-11-02"]);
    deleteEntry(ana, "records", biopsy, byAna);
    expect(due()?.limits).toHaveLength(2);
    letterEntries.set(ana, byAna, id, { country: "" });
    expect(due()).toBeNull();
  });

  it("R2: on two phones at once, the later of two arrivals counts until someone chooses", () => {
    const { ana, ben, byAna, byBen } = clinic();
    const id = writeTo(ana, byAna, "City Clinic", "US");
    sayItWasSent(ana, byAna, id, "2026-11-02");
    exchange(ana, ben);
    letterEntries.set(ana, byAna, id, { arrivedOn: "2026-11-04" });
    letterEntries.set(ben, byBen, id, { arrivedOn: "2026-11-06" });
    exchange(ana, ben);
    for (const doc of [ana, ben]) expect(dueOfLetter(doc, only(doc), answerTimeOf)?.from).toBe("2026-11-06");
    letterEntries.set(ben, byBen, id, { arrivedOn: "2026-11-04" });
    exchange(ana, ben);
    expect(dueOfLetter(ana, only(ana), answerTimeOf)?.from).toBe("2026-11-04");
  });

  it("R2: on two phones at once keeps both days and both people's records until someone chooses", () => {
    const { ana, ben, byAna, byBen } = clinic();
    const id = writeTo(ana, byAna, "City Clinic", "GB");
    exchange(ana, ben);
    const added = addRecord(ben, byBen, { what: "Letter from the physio", holder: "City Clinic" });
    letterEntries.mark(ben, byBen, id, "records", added, true);
    sayItWasSent(ana, byAna, id, "2026-11-22");
    sayItWasSent(ben, byBen, id, "2026-11-23");
    letterEntries.write(ana, id, "extra", "My number is 12. ");
    letterEntries.write(ben, id, "extra", "Please call. ");
    exchange(ana, ben);
    for (const doc of [ana, ben]) {
      const { sentOn, records: asked, extra } = only(doc);
      expect([sentOn.value, ...sentOn.others].sort()).toEqual(["2026-11-22", "2026-11-23"]);
      expect(asked).toContain(added);
      expect(extra).toContain("My number is 12.");
      expect(extra).toContain("Please call.");
    }
    letterEntries.set(ben, byBen, id, { sentOn: "2026-11-22" });
    exchange(ana, ben);
    expect(only(ana).sentOn).toEqual({ value: "2026-11-22", others: [] });
  });

  it("P1: takes 500 records into a letter, and says that it was sent, in one change each", () => {
    const { ana, byAna } = twoPhones();
    for (let n = 0; n < 500; n += 1) addRecord(ana, byAna, { what: `record ${n}`, holder: "City Clinic" });
    let changes = 0;
    ana.on("update", () => {
      changes += 1;
    });
    const id = writeTo(ana, byAna, "City Clinic", "GB");
    sayItWasSent(ana, byAna, id, "2026-11-22");
    expect(letterByRecord(ana).size).toBe(500);
    expect(records(ana).every(({ status }) => status.value === "asked")).toBe(true);
    expect(changes).toBe(2);
  });
});

describe("a record", () => {
  it.each([
    { what: "MRI" },
    { holder: "City Clinic" },
    { madeOn: "2026-09-20" },
    { status: "asked", askedOn: "2026-11-01" } as const,
    { status: "have" } as const,
    { kind: "slides" } as const,
  ])("P1: is kept for anything that was said of it: %j", (fields) => {
    const { ana, byAna } = twoPhones();
    const id = addRecord(ana, byAna, {});
    const it = () => records(ana).find((one) => one.id === id) ?? expect.fail("the record is gone");
    expect(recordEntries.isBlank(it())).toBe(true);
    setRecord(ana, byAna, id, fields);
    expect(recordEntries.isBlank(it())).toBe(false);
  });

  it("P1: is kept while one of two phones has words for it", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = addRecord(ana, byAna, { what: "MRI" });
    exchange(ana, ben);
    setRecord(ana, byAna, id, { what: "" });
    setRecord(ben, byBen, id, { what: "MRI of the knee" });
    exchange(ana, ben);
    for (const doc of [ana, ben]) expect(records(doc).map(recordEntries.isBlank)).toEqual([false]);
  });
});
