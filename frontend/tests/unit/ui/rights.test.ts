import { describe, expect, it } from "vitest";
import reasons from "../../../src/i18n/en/reasons.json";
import rights from "../../../src/i18n/en/rights.json";
import {
  cardOnEvidence,
  cardsOnRights,
  chosenCountry,
  sourcesOnEndingCare,
} from "../../../src/ui/screens/rights/known";
import { country, fact } from "../content/country";
import { bundle, card } from "../content/fixture";

const files = import.meta.glob<string>("../../../../content/en/*/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** A card of the guidance, on one line. */
function written(id: string): string {
  const path = Object.keys(files).find((name) => name.includes(`/${id}-`)) ?? expect.fail(`no card ${id}`);
  return (files[path] ?? "").replace(/\n>?\s*/g, " ").replaceAll("*", "");
}

function ruled(code: string) {
  return country(code, { second_opinion: fact(`A second opinion in ${code}.`) });
}

describe("the rights", () => {
  const guidance = {
    ...bundle(
      "1",
      ["R4", "P1", "R1"].map((id) => card(id, `Card ${id}`, "")),
    ),
    countries: [ruled("US"), ruled("GB")],
  };

  it("R1: are those of the chosen country; without a choice, and for one that is not known, there are none to show", () => {
    expect(chosenCountry(guidance, "GB")?.second_opinion?.text).toBe("A second opinion in GB.");
    expect(chosenCountry(guidance, "")).toBeNull();
    expect(chosenCountry(guidance, "XX")).toBeNull();
  });

  it("R1: lead to their cards in order, and to none that this guidance does not have", () => {
    expect(cardsOnRights(guidance).map(({ id }) => id)).toEqual(["R1", "R4"]);
  });

  it("R2: give words to ask for the records that the card gives too", () => {
    expect(written("R2")).toContain(rights.rights.own.records.slice(1, -1));
  });

  it("R3: say to someone who takes it badly what the card says, word for word", () => {
    for (const line of [rights.rights.own.ifHurt, rights.rights.own.ifNoNeed, rights.rights.own.ifNoRecords]) {
      expect(written("R3")).toContain(line);
    }
  });

  it("R3: say of a doctor who ends care what the card says, name who says it, and use no words of the law", () => {
    const { dropMe, dropMeState, dropMeEnding, own } = rights.rights;
    expect(written("R3")).toContain(dropMe);
    expect(dropMeState).toMatch(/Washington State.*only because.*one group/);
    expect(dropMeEnding).toMatch(/^Ethics rules for doctors in the USA say/);
    expect([dropMeState, dropMeEnding, own.dropMe].join(" ")).not.toMatch(
      /abandon|legal|law|illegal|sue|never|cannot/i,
    );
    const source = (key: string) => ({ key, text: key, url: null, second_hand: false, checked_on: "2026-11-25" });
    const sources = ["guide", "ama-ending-care", "washington-second-opinions"].map(source);
    const told = bundle("1", [{ ...card("R3", "", ""), sources }]);
    expect(sourcesOnEndingCare(told).map(({ key }) => key)).toEqual(["ama-ending-care", "washington-second-opinions"]);
    expect(written("R3")).toMatch(/sources: .*ama-ending-care, washington-second-opinions/);
    expect(sourcesOnEndingCare(bundle("1"))).toEqual([]);
  });

  it("R4: name one finding with its limits, and take what could not be verified from the card", () => {
    for (const limit of [
      /[Aa]bout 1 in 3 were still told to have surgery/,
      /Brazil/,
      /insurer/,
      /surgery on the spine only/,
    ]) {
      expect(rights.rights.evidenceSpine).toMatch(limit);
      expect(written("R4")).toMatch(limit);
    }
    for (const words of [rights.rights.evidenceSpine, written("R4")]) {
      expect(words).toContain("Nobody checked later who did better.");
    }
    expect(written("R4")).toMatch(/unverified: .*fewer legal claims.*could not verify/);
    expect(JSON.stringify(rights)).not.toMatch(/claims|lawsuit|court/);
    expect(cardOnEvidence(guidance)?.id).toBe("R4");
    expect(cardOnEvidence(bundle("1"))).toBeNull();
  });
});

describe("what is said in “Should I ask?”", () => {
  // What people read, without the names of the messages.
  const said = JSON.stringify(reasons).replace(/"[\w-]+":/g, "");

  it("W1: is never a score, a verdict or a count", () => {
    expect(said).not.toMatch(/\bscore|\bpoints? (out )?of\b|you should\b|you must\b|you need a second|%|\d/i);
  });

  it("W4: gives the words of the card to raise a worry", () => {
    for (const line of [reasons.reasons.lines["not-heard"], reasons.reasons.lineAgain]) {
      expect(written("W4")).toContain(line);
    }
  });

  it("W2: keeps the present care going, and puts “Get help now” before any opinion", () => {
    expect(reasons.reasons.keepCare).toMatch(/^Carry on with the care you have now/);
    expect(reasons.reasons.keepCare).toContain("“Get help now”");
  });
});
