import { describe, expect, it } from "vitest";
import { choosableCodes, countryGroups } from "../../../src/content/countryGroups";
import { country } from "./country";

const countries = ["US", "GB", "GB-ENG", "GB-NIR", "IE", "CA-ON", "CA", "AU", "other"].map((code) => country(code));
const codes = (chosen: string) =>
  countryGroups(countries, chosen).map((group) => [group.of, ...group.countries.map(({ code }) => code)]);

describe("the countries to choose from", () => {
  it("stand in their order, with the parts of a country under its name", () => {
    expect(codes("")).toEqual([
      [null, "US"],
      ["GB", "GB-ENG", "GB-NIR"],
      [null, "IE"],
      ["CA", "CA-ON", "CA"],
      [null, "AU", "other"],
    ]);
  });

  it("ask first for the part of whoever chose the whole United Kingdom, and choose none for them", () => {
    expect(codes("GB")[0]).toEqual(["GB", "GB-ENG", "GB-NIR"]);
    expect(codes("GB").flat()).toEqual(expect.arrayContaining(codes("").flat()));
    expect(codes("GB-NIR")).toEqual(codes(""));
  });

  it("offer the whole United Kingdom to nobody, and take it from no letter that names it", () => {
    expect(choosableCodes(countries, "")).not.toContain("GB");
    expect(choosableCodes(countries, "US")).toEqual(choosableCodes(countries, ""));
    expect(choosableCodes(countries, "GB")).toContain("GB");
  });

  it("keep a country that this guidance does not know any more", () => {
    expect(choosableCodes(countries, "XX").at(-1)).toBe("XX");
  });
});
