import { describe, expect, it } from "vitest";
import { setCaseField } from "../../../src/domain/case/document";
import { setOwnerName } from "../../../src/domain/case/people";
import { type Agreement, agreements, helping, setHelping } from "../../../src/domain/helping/helping";
import { letterEntries } from "../../../src/domain/letters/letterEntries";
import { anyDoctor } from "../../../src/domain/summary/summary";
import { wordsOf } from "../../../src/ui/screens/letters/letterContent";
import type { Paragraph } from "../../../src/ui/screens/letters/letterText";
import { codeText } from "../../../src/ui/screens/summary/code";
import { contentsOf } from "../../../src/ui/screens/summary/contents";
import { headOf } from "../../../src/ui/screens/summary/head";
import { plainText } from "../../../src/ui/screens/summary/summary";
import { helperText, writtenBy } from "../../../src/ui/text/writtenBy";
import { twoPhones } from "../domain/twoDocs";
import { fill } from "./summary/filled";

const asText = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ text }) => text).join("\n\n");
const today = "2026-11-22";
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, "");

/** Maria Keller's case, filled, as her daughter Anna writes it; `agreement` null: Maria writes it herself. */
function marias(agreement: Agreement | "" | null) {
  const { ana: doc, byAna: by } = twoPhones();
  fill(doc, by);
  setCaseField(doc, by, "patientName", "Maria Keller");
  setOwnerName(doc, by, "Anna");
  if (agreement !== null) setHelping(doc, by, { helped: true, helperRelation: "daughter" });
  if (agreement) setHelping(doc, by, { helperAgreement: agreement });
  const letter = letterEntries.find(doc, letterEntries.add(doc, by));
  return {
    doc,
    by,
    letter: plain(letter ? asText(wordsOf(doc, letter, null, today, false)) : ""),
    summary: plain(plainText(headOf(doc, null, today), contentsOf(doc, anyDoctor, today))),
    code: plain(codeText(doc, anyDoctor, today)),
  };
}

describe("who wrote it", () => {
  it("P2: is the patient on every page of the patient's own case", () => {
    const { summary, code, letter } = marias(null);
    expect(summary).toContain("Written by the patient, November 22, 2026");
    expect(summary).toContain("Why I am here");
    expect(code).toContain("Entered by the patient, ");
    expect(letter).toContain("My name is Maria Keller.");
    expect(letter).toContain("Please send me a copy of my records");
    expect(summary + code + letter).not.toContain("Anna");
  });

  it.each([
    ["beside", "Anna, the patient’s daughter, with the patient"],
    ["asked", "Anna, the patient’s daughter, at the patient’s request"],
    ["allowed", "Anna, the patient’s daughter, acting for the patient"],
    ["unsure", "Anna, the patient’s daughter, not yet agreed with the patient"],
    ["", "Anna, the patient’s daughter"],
  ] as const)("P2: is said as it is when the agreement is “%s”", (agreement, who) => {
    const { summary, code } = marias(agreement);
    expect(summary).toContain(`Written by ${who}, November 22, 2026`);
    expect(summary).toContain(`Entered by ${who}, not by a doctor.`);
    expect(code).toContain(`Entered by ${who}, `);
    expect(summary + code).not.toContain("by the patient");
  });

  it("P2: and the summary of a helper speaks of the patient, not as the patient", () => {
    const { summary } = marias("beside");
    for (const title of ["Why the patient is here", "The three most important questions", "How the patient has felt"])
      expect(summary).toContain(title);
    // What was typed may speak in any person; the page's own words may not.
    const own = summary.replace(/^- .*$/gm, "").replace("What happens if I wait?", "");
    expect(own).not.toMatch(/\b(I|my|me)\b/i);
    expect(marias(null).summary).toMatch(/\b(I|my|me)\b/i);
  });

  it("R2: a helper's letter names both, and the patient signs it wherever they agree", () => {
    for (const agreement of agreements) {
      const { letter } = marias(agreement);
      expect(letter).toContain("I am writing for Maria Keller, born on ____");
      expect(letter).toContain("I am Anna, the patient’s daughter.");
      expect(letter).toContain("all the records you hold about the patient");
      expect(letter).toMatch(/Thank you for your help\.\n\n_+\nAnna\n\n/);
      expect(letter).not.toMatch(/\bmy records\b(?! and)|about me|My name is/);
      const isSigned = agreement === "beside" || agreement === "asked";
      expect(letter.includes("From the patient: I allow Anna to ask for my records and to get them.")).toBe(isSigned);
      expect(/signature of the patient: _+ Maria Keller/.test(letter)).toBe(isSigned);
    }
    expect(marias("allowed").letter).toContain("Please tell me what proof you need.");
    expect(marias("unsure").letter).toContain("Please tell me what you need from the patient first.");
  });

  it("R2: leaves blanks to fill in by hand for names that nobody wrote", () => {
    const { ana: doc, byAna: by } = twoPhones();
    setHelping(doc, by, { helped: true, helperAgreement: "asked" });
    const letter = letterEntries.find(doc, letterEntries.add(doc, by));
    const text = plain(letter ? asText(wordsOf(doc, letter, null, today, false)) : "");
    expect(text).toMatch(/I am writing for _+, born on _+\./);
    expect(text).toContain("I am someone who helps the patient.");
    expect(text).toMatch(/I allow _+ to ask/);
    expect(text).not.toMatch(/undefined|null|\{/);
  });

  it("D3: is told as far as it is known", () => {
    const { ana: doc, byAna: by } = twoPhones();
    setHelping(doc, by, { helped: true });
    expect(writtenBy(doc)).toBe("someone who helps the patient");
    setOwnerName(doc, by, "Anna");
    expect(plain(writtenBy(doc))).toBe("Anna, who helps the patient");
    setHelping(doc, by, { helperRelation: "neighbour" });
    expect(plain(writtenBy(doc))).toBe("Anna, the patient’s neighbour");
    setOwnerName(doc, by, "");
    const helper = helping(doc);
    expect(helper && plain(helperText(helper))).toBe("the patient’s neighbour");
  });
});
