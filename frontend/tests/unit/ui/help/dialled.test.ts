import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dialled } from "../../../../src/ui/screens/help/dialled";

const written: [string, string | null][] = [
  ["020 7946 0018", "02079460018"],
  ["+44 (0)20 7946 0018", "+442079460018"],
  ["+ 44 20 7946 0018", "+442079460018"],
  ["00 44 20 7946 0018", "00442079460018"],
  ["(020) 7946-0018", "02079460018"],
  ["+1 (212) 555 0100", "+12125550100"],
  ["1.800.555.0100", "18005550100"],
  ["030/1234567", "0301234567"],
  ["030 / 123456", "030123456"],
  ["020–7946–0018", "02079460018"],
  ["020 7946 0018", "02079460018"],
  ["tel:02079460018", "02079460018"],
  ["1450", "1450"],
  ["911", "911"],
];
const withMore: [string, string | null][] = [
  ["020 7946 0018 ext 12", "02079460018"],
  ["020 7946 0018x12", "02079460018"],
  ["020 7946 0018 (12)", "02079460018"],
  ["020 7946 0018#12", "02079460018"],
  ["020 7946 0018 #12", "02079460018"],
  ["020 7946 0018 EXT 12", "02079460018"],
  ["020 7946 0018, ask for ward 7", "02079460018"],
  ["Ward 7: 020 7946 0018", "02079460018"],
  ["020 7946 0018 (24 hours)", "02079460018"],
  ["020 7946 0018 24 hours", "02079460018"],
  ["020 7946 0018 - 24/7", "02079460018"],
  ["24h 020 7946 0018", "02079460018"],
  ["Mon-Fri 9-5: 0161 446 3658 or 0161 446 3000", "01614463658"],
  ["020 7946 0018 / 020 7946 0019", "02079460018"],
  ["555 0100 / 555 0101", "5550100"],
];
const none: string[] = ["", "  ", "ask the ward", "7", "15", "0800 CALL NOW", "1-800-CALL-NOW", "12345678901234567890"];
const codes: string[] = ["*#06#", "**21*020 7946 0018#", "##002#", "*100*1#"];

describe("the number to dial", () => {
  it.each(written)("is the digits, however they are written: %s", (typed, number) => {
    expect(dialled(typed)).toBe(number);
  });

  it.each(withMore)("leaves out what stands beside it, and runs no two things together: %s", (typed, number) => {
    expect(dialled(typed)).toBe(number);
  });

  it.each(none)("is none where there is no whole number: “%s”", (typed) => {
    expect(dialled(typed)).toBeNull();
  });

  it.each(codes)("is never a code that changes the settings of a phone: %s", (typed) => {
    expect(dialled(typed)).toBeNull();
  });

  it("reads the digits of other scripts and takes no notice of marks that nobody sees", () => {
    expect(dialled("٠٢٠ ٧٩٤٦ ٠٠١٨")).toBe("02079460018");
    expect(dialled("०२०७९४६००१८")).toBe("02079460018");
    expect(dialled("＋44 20 7946 0018")).toBe("+442079460018");
    expect(dialled("\u202a+44\u00a020\u00a07946\u00a00018\u202c")).toBe("+442079460018");
  });

  it("is made of digits alone and gives itself when it is read again, whatever was typed", () => {
    const typed = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(..."0123456789+()-/. x#*") }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const number = dialled(text);
        if (number === null) return;
        expect(number).toMatch(/^\+?\d{3,18}$/);
        expect(dialled(number)).toBe(number);
      }),
    );
  });
});
