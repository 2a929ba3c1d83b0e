import { describe, expect, it } from "vitest";
import { isBundle } from "../../../src/content/bundle";
import { sourcesOf } from "../../../src/content/ruleSources";
import { country, fact } from "./country";
import { bundle } from "./fixture";

describe("a bundle", () => {
  it("is what this version of the app can read", () => {
    expect(isBundle({ ...bundle("1"), countries: [country("US"), country("other")] })).toBe(true);
  });

  it("is not one whose countries are as an older server had them, nor one without them", () => {
    const older = { code: "GB", name: "United Kingdom", emergency: [], other_lines: [], records_days: 31 };
    expect(isBundle({ ...bundle("1"), countries: [country("US"), older] })).toBe(false);
    expect(isBundle({ ...bundle("1"), countries: [{ ...country("US"), emergency: "911" }] })).toBe(false);
    expect(isBundle({ ...bundle("1"), countries: [null] })).toBe(false);
    expect(isBundle({ ...bundle("1"), countries: "US" })).toBe(false);
  });
});

describe("the sources of some facts", () => {
  const source = (key: string) => ({ key, text: key, url: null, second_hand: false, checked_on: "2026-11-25" });

  it("R2: are those they rest on, each once, and none of the emergency numbers", () => {
    const us = country("US", { sources: [source("ethics"), source("law"), source("numbers")] });
    const facts = [fact("Ask.", { sources: ["law", "ethics"] }), null, fact("Fee.", { sources: ["law"] })];
    expect(sourcesOf(us, facts).map(({ key }) => key)).toEqual(["ethics", "law"]);
    expect(sourcesOf(us, [null])).toEqual([]);
  });
});
