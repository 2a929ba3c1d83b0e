// A link to a card that shows its title must show the title that the card has: the messages repeat it, so that a link
// can be rendered before the guide has been read.
import { describe, expect, it } from "vitest";
import compare from "../../../src/i18n/en/compare.json";
import decide from "../../../src/i18n/en/decide.json";
import decideBy from "../../../src/i18n/en/decideBy.json";
import doctors from "../../../src/i18n/en/doctors.json";
import health from "../../../src/i18n/en/health.json";
import medicines from "../../../src/i18n/en/medicines.json";
import opinions from "../../../src/i18n/en/opinions.json";
import summary from "../../../src/i18n/en/summary.json";
import visit from "../../../src/i18n/en/visit.json";

const files = import.meta.glob<string>("../../../../content/en/*/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

function titleOf(id: string): string {
  const path = Object.keys(files).find((name) => name.includes(`/${id}-`)) ?? expect.fail(`no card ${id}`);
  return files[path]?.match(/^title: (.+)$/m)?.[1] ?? expect.fail(`${id} has no title`);
}

const linked = {
  P2: [health.health.readMore, summary.summary.readMore],
  P4: [doctors.doctors.finding],
  C1: [doctors.doctors.illnessCard],
  C2: [doctors.doctors.suggestedCard],
  C3: [doctors.doctors.papersCard],
  C4: [doctors.doctors.teachingCard],
  D1: [visit.visitBefore.openingCard],
  D2: [visit.visitBefore.medicinesCard, medicines.medicines.readMore],
  D3: [visit.visitBefore.companyCard],
  D4: [visit.visitBefore.askCard],
  A1: [opinions.discuss.card, visit.visitBefore.backCard],
  A2: [compare.compare.bothSoundCard],
  A3: [compare.compare.thirdCard],
  A4: [decide.decide.valuesCard],
  F2: [decideBy.deadline.readMore],
  F3: [decide.decide.freeCard],
  F4: [opinions.mirror.card],
};

describe("a link to a card", () => {
  for (const [id, said] of Object.entries(linked)) {
    it(`${id}: says the title of the card`, () => {
      for (const words of said) {
        expect(words.replace(/^Read: /, "").toLowerCase()).toBe(titleOf(id).toLowerCase());
      }
    });
  }
});
