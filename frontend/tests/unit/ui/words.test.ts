import { describe, expect, it } from "vitest";
import { errorCodes } from "../../../src/protocol/api";
import { toolOf } from "../../../src/ui/screens/guide/tools";
import { callHref, textHref } from "../../../src/ui/screens/help/call";
import { sizeText } from "../../../src/ui/screens/more/storage";
import { grouped } from "../../../src/ui/screens/pair/offerCode";
import { problemText } from "../../../src/ui/screens/pair/problemText";
import { needsIphoneHint } from "../../../src/ui/start/install";

describe("small words", () => {
  it("a code is shown in groups of four, whatever spaces it came with", () => {
    expect(grouped("ABCD-EFGH 1234")).toEqual(["ABCD", "EFGH", "1234"]);
    expect(grouped("ABCDE")).toEqual(["ABCD", "E"]);
    expect(grouped("")).toEqual([]);
  });

  it("every problem of pairing has a sentence, and the usual ones have their own", () => {
    for (const problem of ["bad_code", "damaged_invite", ...errorCodes] as const) {
      expect(problemText(problem)).toMatch(/\.$/);
    }
    expect(problemText("no_network")).not.toBe(problemText("server_error"));
    expect(problemText("invite_used")).not.toBe(problemText("invite_expired"));
  });

  it("numbers to call hold no spaces", () => {
    expect(callHref("116 123")).toBe("tel:116123");
    expect(textHref("988")).toBe("sms:988");
  });

  it("sizes read as people say them", () => {
    expect([0, 999, 1500, 640_000, 12_300_000_000].map(sizeText)).toEqual([
      "0 byte",
      "999 byte",
      "1.5 kB",
      "640 kB",
      "12 GB",
    ]);
  });

  it("a tool that does not exist gets no link", () => {
    expect(toolOf("questions")?.href).toBe("/case/questions");
    expect(toolOf("decide-by")?.href).toBe("/case/decide-by");
    expect(toolOf("letter")?.href).toBe("/case/letters/new");
    expect(toolOf("rating")).toBeNull();
    expect(toolOf(null)).toBeNull();
  });

  it("the home-screen hint is for iPhones that show a page", () => {
    const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1";
    expect(needsIphoneHint(iphone, false, 5)).toBe(true);
    expect(needsIphoneHint(iphone, true, 5)).toBe(false);
    expect(needsIphoneHint("Mozilla/5.0 (Linux; Android 15) Chrome/130", false, 5)).toBe(false);
  });
});
