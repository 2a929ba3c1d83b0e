import encodeQR from "qr";
import decodeQR from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { setCaseField } from "../../../../src/domain/case/document";
import { addMedicine } from "../../../../src/domain/health/medicines";
import { addQuestion } from "../../../../src/domain/questions/questions";
import { anyDoctor } from "../../../../src/domain/summary/summary";
import { codeText, MOST_BYTES } from "../../../../src/ui/screens/summary/code";
import { twoPhones } from "../../domain/twoDocs";
import { fill } from "./filled";

const today = "2026-11-22";

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
