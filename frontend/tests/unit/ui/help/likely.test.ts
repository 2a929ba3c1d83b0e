import { describe, expect, it } from "vitest";
import { likely } from "../../../../src/ui/screens/help/likely";
import { country } from "../../content/country";

const countries = ["US", "GB", "IE", "DE", "FR", "EU", "other"].map((code) => country(code));
const codes = (languages: readonly string[]) => likely(countries, languages).map(({ code }) => code);

describe("the countries to tap", () => {
  it("begin with those of the phone's languages", () => {
    expect(codes(["de-DE", "en"])).toEqual(["DE", "GB", "US"]);
    expect(codes(["zh-Hant-TW", "fr-FR"])).toEqual(["FR", "GB", "US"]);
    expect(codes(["en-US", "en-GB"])).toEqual(["US", "GB", "IE"]);
  });

  it("are never more than three, each once", () => {
    expect(codes(["de-DE", "fr-FR", "en-US", "en-GB", "de-DE"])).toEqual(["DE", "FR", "US"]);
  });

  it("are those of readers of English when the languages say nothing that is known", () => {
    for (const languages of [[], ["en"], ["pt-BR"], ["", "x", "not a language", "en-001"]])
      expect(codes(languages)).toEqual(["GB", "US", "IE"]);
  });

  it("leave out what the list does not have", () => {
    expect(likely([country("other")], ["en-GB"])).toEqual([]);
  });
});
