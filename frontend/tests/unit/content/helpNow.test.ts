import { describe, expect, it } from "vitest";
import { builtIn, type HelpCountry, helpNow } from "../../../src/content/helpNow";
import { country, fact } from "./country";

const later = "2099-01-01";
const earlier = "2020-01-01";

function numberOf(code: string, { countries }: { countries: HelpCountry[] }): string | undefined {
  return countries.find((one) => one.code === code)?.emergency[0]?.number;
}

function guide(...countries: ReturnType<typeof country>[]) {
  return { help: builtIn.help, countries };
}

function calling(number: string) {
  return [{ number, label: "Emergency", second_hand: false }];
}

describe("what “Get help now” shows", () => {
  it("is what the app was built with while there is no guide, and that calls somebody", () => {
    const shown = helpNow(null);
    expect(numberOf("GB", shown)).toBe("999");
    expect(numberOf("US", shown)).toBe("911");
    expect(shown.help.cards[0]?.heading).toContain("{number}");
    expect(shown.help.cards.length).toBeGreaterThan(4);
  });

  it("is the guide's where the guide is as new as the app", () => {
    const help = { ...builtIn.help, do_not_wait: "Do not wait at all." };
    const shown = helpNow({ help, countries: [country("GB", { emergency: calling("998"), checked_on: later })] });
    expect(shown.help.do_not_wait).toBe("Do not wait at all.");
    expect(numberOf("GB", shown)).toBe("998");
  });

  it.each(["call 999", "", "9;9", "javascript:alert(1)", "*#06#"])("calls no “number” such as “%s”", (number) => {
    const inLine = country("GB", { emergency: calling(number), checked_on: later });
    const inFact = country("US", { emergency: calling("912"), crisis: fact("Call.", { number }), checked_on: later });
    const shown = helpNow(guide(inLine, inFact));
    expect(numberOf("GB", shown)).toBe("999");
    expect(numberOf("US", shown)).toBe("911");
  });

  it("of two entries is the one that was checked later, also when that one has no number any more", () => {
    const old = country("GB", { emergency: calling("111"), checked_on: earlier });
    const fresh = country("US", { emergency: [], checked_on: later });
    const shown = helpNow(guide(old, fresh));
    expect(numberOf("GB", shown)).toBe("999");
    expect(numberOf("US", shown)).toBeUndefined();
  });

  it("does not go back to signs that were reviewed before those of the app, nor to none", () => {
    const old = { ...builtIn.help, do_not_wait: "Old words.", reviewed_on: earlier };
    expect(helpNow({ help: old, countries: [] }).help).toEqual(builtIn.help);
    const empty = { ...builtIn.help, cards: [], reviewed_on: later };
    expect(helpNow({ help: empty, countries: [] }).help).toEqual(builtIn.help);
  });

  it("keeps the countries that the guide lacks, and has those that only the guide knows", () => {
    const shown = helpNow(guide(country("XX", { emergency: calling("1 23") })));
    expect(numberOf("XX", shown)).toBe("1 23");
    expect(numberOf("GB", shown)).toBe("999");
  });
});
