import { describe, expect, it } from "vitest";
import { keyboardHeight } from "../../../src/ui/components/keyboardHeight";

describe("how much of the page the keyboard covers", () => {
  it("is what lies below the part that can be seen", () => {
    expect(keyboardHeight(844, { height: 508, offsetTop: 0, scale: 1 })).toBe(336);
  });

  it("is less once the browser has moved the page up to show the field", () => {
    expect(keyboardHeight(844, { height: 508, offsetTop: 120, scale: 1 })).toBe(216);
  });

  it("is nothing where the page itself became smaller", () => {
    expect(keyboardHeight(508, { height: 508, offsetTop: 0, scale: 1 })).toBe(0);
  });

  it("is nothing while the page is enlarged with two fingers", () => {
    expect(keyboardHeight(844, { height: 422, offsetTop: 0, scale: 2 })).toBe(0);
  });
});
