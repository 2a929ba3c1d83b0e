import { describe, expect, it } from "vitest";
import { isBundle } from "../../../src/content/bundle";
import { recordsDays } from "../../../src/content/recordsDays";
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

describe("the limit for records in days", () => {
  const within = (count: number, unit: "days" | "business_days" | "months") => ({
    limit: { count, unit },
    extension: null,
    older: null,
    is_usual: false,
  });

  it("R2: is the days of the rule, and for a month the longest one", () => {
    expect(recordsDays(country("US", { records_clock: within(30, "days") }))).toBe(30);
    expect(recordsDays(country("EU", { records_clock: within(1, "months") }))).toBe(31);
  });

  it("R2: is none where days would not be the truth", () => {
    const old = { years: 5, limit: { count: 2, unit: "months" as const } };
    expect(recordsDays(country("CA-BC", { records_clock: within(30, "business_days") }))).toBeNull();
    expect(recordsDays(country("AU", { records_clock: { ...within(30, "days"), is_usual: true } }))).toBeNull();
    expect(recordsDays(country("FR", { records_clock: { ...within(8, "days"), older: old } }))).toBeNull();
    expect(recordsDays(country("other"))).toBeNull();
    expect(recordsDays(undefined)).toBeNull();
  });
});
