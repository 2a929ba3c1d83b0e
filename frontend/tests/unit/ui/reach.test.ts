import { describe, expect, it } from "vitest";
import { callHref, mapHref } from "../../../src/ui/components/callAndMap";

const ANDROID = "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36";
const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1";
const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130 Safari/537.36";

describe("a tap on a number that somebody typed", () => {
  it.each([
    ["020 7946 0018", "tel:02079460018"],
    ["+44 (0)20 7946 0018, ask for Ann", "tel:+442079460018"],
    ["020 7946 0018 / 020 7946 0019", "tel:02079460018"],
    ["front desk", null],
    ["*#06#", null],
    ["", null],
  ])("“%s” leads to %s", (phone, href) => {
    expect(callHref(phone)).toBe(href);
  });
});

describe("a tap on a place that somebody typed", () => {
  it("opens the map app that the phone has, and asks no website", () => {
    expect(mapHref(" Lake Hospital,\n2nd floor ", ANDROID)).toBe("geo:0,0?q=Lake%20Hospital%2C%202nd%20floor");
    expect(mapHref("Łódź & Co", IPHONE)).toBe("maps://?q=%C5%81%C3%B3d%C5%BA%20%26%20Co");
    for (const agent of [ANDROID, IPHONE]) expect(mapHref("https://example.org", agent)).not.toMatch(/^https?:/);
  });

  it("is not offered where no map app is known to listen, nor for an empty place", () => {
    expect(mapHref("Lake Hospital", WINDOWS)).toBeNull();
    expect(mapHref(" \n", ANDROID)).toBeNull();
  });

  it("holds up under half a sign and under whatever another phone wrote", () => {
    expect(mapHref("Lake \ud83d", ANDROID)).toBe("geo:0,0?q=Lake");
    expect(mapHref("x?q=1#&javascript:alert(1)", ANDROID)).toBe("geo:0,0?q=x%3Fq%3D1%23%26javascript%3Aalert(1)");
  });
});
