import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valuesOf } from "../../../src/domain/case/defineKind";
import {
  allergyEntries,
  allergyList,
  conditionEntries,
  conditionList,
  healthOf,
  latestSymptoms,
  setNone,
  symptomEntries,
} from "../../../src/domain/health/health";
import {
  addMedicine,
  isStopped,
  medicineEntries,
  medicineList,
  setMedicine,
  setNoMedicines,
} from "../../../src/domain/health/medicines";
import { exchange, twoPhones } from "./twoDocs";

describe("what a doctor is told about the patient's health", () => {
  it("D2: “not recorded” and “none” are different answers, and a list wins over an older “none”", () => {
    const { ana, byAna } = twoPhones();
    expect(healthOf(ana)).toEqual({
      medicines: { state: "not-recorded" },
      allergies: { state: "not-recorded" },
      conditions: { state: "not-recorded" },
    });
    setNoMedicines(ana, byAna, true);
    setNone(ana, byAna, "allergies", true);
    setNone(ana, byAna, "conditions", true);
    expect(Object.values(healthOf(ana)).map(({ state }) => state)).toEqual(["none", "none", "none"]);
    expect(allergyList(ana)).toMatchObject({ state: "none", since: expect.stringMatching(/^202\d-\d\d-\d\dT/) });

    addMedicine(ana, byAna, { name: "Amlodipine", dose: "5 mg" });
    allergyEntries.add(ana, byAna, { to: "Penicillin" });
    conditionEntries.add(ana, byAna, { name: "High blood pressure" });
    expect(Object.values(healthOf(ana)).map(({ state }) => state)).toEqual(["listed", "listed", "listed"]);
    setNone(ana, byAna, "conditions", false);
    expect(conditionList(ana)).toMatchObject({ state: "listed" });
  });

  it("D2: an entry that nobody has written into is no answer: it hides neither “none” nor “not recorded”", () => {
    const { ana, byAna } = twoPhones();
    addMedicine(ana, byAna);
    expect(healthOf(ana).medicines).toEqual({ state: "not-recorded" });
    setNone(ana, byAna, "allergies", true);
    allergyEntries.add(ana, byAna, { to: " " });
    expect(healthOf(ana).allergies.state).toBe("none");
    expect(allergyList(ana).state).toBe("none");
  });

  it("D2: a medicine that was stopped stays and comes last; where two phones disagree it may still be taken", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const ibuprofen = addMedicine(ana, byAna, { name: "Ibuprofen" });
    addMedicine(ana, byAna, { name: "Amlodipine" });
    const listed = () => {
      const list = medicineList(ana);
      return list.state === "listed" ? list.medicines.map((one) => [one.name.value, isStopped(one)]) : [];
    };
    exchange(ana, ben);
    setMedicine(ana, byAna, ibuprofen, { stoppedOn: "2026-11-01" });
    expect(listed()).toEqual([
      ["Amlodipine", false],
      ["Ibuprofen", true],
    ]);
    setMedicine(ben, byBen, ibuprofen, { stoppedOn: "" });
    exchange(ana, ben);
    expect(listed()).toEqual([
      ["Ibuprofen", false],
      ["Amlodipine", false],
    ]);
  });

  it("D2: “none” that one phone says while another takes it back is not recorded: a doctor must not rely on it", () => {
    for (const isAnasLast of [true, false]) {
      const { ana, ben, byAna, byBen } = twoPhones();
      setNone(ana, byAna, "allergies", true);
      setNoMedicines(ana, byAna, true);
      exchange(ana, ben);
      const [said, back] = isAnasLast ? ([ana, ben] as const) : ([ben, ana] as const);
      const [sayer, taker] = isAnasLast ? [byAna, byBen] : [byBen, byAna];
      setNone(said, sayer, "allergies", true);
      setNoMedicines(said, sayer, true);
      setNone(back, taker, "allergies", false);
      setNoMedicines(back, taker, false);
      exchange(ana, ben);
      expect([healthOf(ana).allergies.state, healthOf(ana).medicines.state]).toEqual(["not-recorded", "not-recorded"]);
      expect(medicineList(ben).state).toBe("not-recorded");
    }
    const { ana, ben, byAna, byBen } = twoPhones();
    setNone(ana, byAna, "conditions", true);
    setNone(ben, byBen, "conditions", true);
    exchange(ana, ben);
    expect(conditionList(ana)).toEqual(conditionList(ben));
    expect(conditionList(ana).state).toBe("none");
  });

  it("D2: one phone that says “none” while the other adds one hides nothing", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    setNone(ana, byAna, "allergies", true);
    allergyEntries.add(ben, byBen, { to: "Penicillin" });
    exchange(ana, ben);
    expect(allergyList(ana)).toMatchObject({ state: "listed" });
    expect(allergyList(ben)).toMatchObject({ state: "listed" });
  });

  it("D2: two phones that write a dose, an allergy or a day at once keep both for the patient to choose", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const medicine = addMedicine(ana, byAna, { name: "Amlodipine", dose: "5 mg" });
    const allergy = allergyEntries.add(ana, byAna, { to: "Penicilin" });
    const symptom = symptomEntries.add(ana, byAna, { what: "Pain", on: "2026-11-01" });
    exchange(ana, ben);
    setMedicine(ana, byAna, medicine, { dose: "10 mg" });
    setMedicine(ben, byBen, medicine, { dose: "2.5 mg" });
    allergyEntries.set(ana, byAna, allergy, { to: "Penicillin" });
    allergyEntries.set(ben, byBen, allergy, { to: "Amoxicillin" });
    symptomEntries.set(ana, byAna, symptom, { on: "2026-11-02" });
    symptomEntries.set(ben, byBen, symptom, { on: "2026-11-03" });
    exchange(ana, ben);
    for (const doc of [ana, ben]) {
      expect(valuesOf(medicineEntries.find(doc, medicine)?.dose ?? nothing).sort()).toEqual(["10 mg", "2.5 mg"]);
      expect(valuesOf(allergyEntries.find(doc, allergy)?.to ?? nothing).sort()).toEqual(["Amoxicillin", "Penicillin"]);
      expect(valuesOf(symptomEntries.find(doc, symptom)?.on ?? nothing).sort()).toEqual(["2026-11-02", "2026-11-03"]);
    }
    setMedicine(ben, byBen, medicine, { dose: "10 mg" });
    exchange(ana, ben);
    expect(valuesOf(medicineEntries.find(ana, medicine)?.dose ?? nothing)).toEqual(["10 mg"]);
  });
});

describe("symptoms over time", () => {
  it("P2: the latest day comes first, days that were not given last", () => {
    const { ana, byAna } = twoPhones();
    for (const on of ["2026-05-04", "", "2026-11-10", "2024-02-29"]) symptomEntries.add(ana, byAna, { what: on, on });
    expect(symptomEntries.list(ana).map(({ on }) => on.value)).toEqual(["2026-11-10", "2026-05-04", "2024-02-29", ""]);
  });

  it("P2: each symptom is told once as it was last written down, however its name was typed", () => {
    const { ana, byAna } = twoPhones();
    symptomEntries.add(ana, byAna, { what: "Swollen knee", on: "2026-05-04", change: "new" });
    symptomEntries.add(ana, byAna, { what: " swollen KNEE ", on: "2026-11-10", change: "better" });
    symptomEntries.add(ana, byAna, { what: "", on: "2026-11-11" }, { words: "I slept badly." });
    symptomEntries.add(ana, byAna, { what: "", on: "2026-11-12" }, { words: "I slept well." });
    symptomEntries.add(ana, byAna, { on: "2026-11-20" });
    expect(latestSymptoms(ana).map(({ change, words }) => change.value || words)).toEqual([
      "I slept well.",
      "I slept badly.",
      "better",
    ]);
  });

  it("P2: no symptom that two phones write down is lost, in whatever order they meet", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.string({ minLength: 1 }))), (written) => {
        const { ana, ben, byAna, byBen } = twoPhones();
        for (const [isAna, words] of written) {
          if (isAna) symptomEntries.add(ana, byAna, { what: "Pain" }, { words });
          else symptomEntries.add(ben, byBen, { what: "Pain" }, { words });
        }
        exchange(ana, ben);
        const all = written.map(([, words]) => words).sort();
        expect(
          symptomEntries
            .list(ana)
            .map(({ words }) => words)
            .sort(),
        ).toEqual(all);
        expect(symptomEntries.list(ben)).toEqual(symptomEntries.list(ana));
      }),
      { numRuns: 50 },
    );
  });
});

const nothing = { value: "", others: [] };
