import { describe, expect, it } from "vitest";
import type { Country } from "../../../src/content/bundle";
import { ruleSources } from "../../../src/content/ruleSources";

const source = (key: string) => ({ key, text: key, url: null, checked_on: "2026-11-22" });
const country: Country = {
  code: "US",
  name: "United States",
  emergency: [],
  other_lines: [],
  second_opinion: "",
  records: "",
  records_days: 30,
  sources: [source("ethics"), source("law"), source("numbers")],
  rule_sources: ["law", "ethics"],
  checked_on: "2026-11-22",
};

describe("the sources of a country's rules", () => {
  it("R2: are those the rules rest on, without those of the emergency numbers", () => {
    expect(ruleSources(country).map(({ key }) => key)).toEqual(["ethics", "law"]);
  });

  it("R2: are all there are while the guidance does not say which", () => {
    const { rule_sources: _, ...older } = country;
    expect(ruleSources(older).map(({ key }) => key)).toEqual(["ethics", "law", "numbers"]);
  });
});
