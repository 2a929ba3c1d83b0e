import { expect, it } from "vitest";
import { brief } from "../../../src/ui/text/excerpt";

it("a name of a usual length stays as it is, without the space around it", () => {
  expect(brief("  Dr Lindqvist,\n Lake Hospital ")).toBe("Dr Lindqvist, Lake Hospital");
  expect(brief("د. الكندي")).toBe("د. الكندي");
  expect(brief("x".repeat(40))).toBe("x".repeat(40));
});

it("a very long one is cut, is seen to be cut, and no letter of it is broken", () => {
  expect(brief("Dr Lee ".repeat(1400))).toBe("Dr Lee Dr Lee Dr Lee Dr Lee Dr Lee Dr L…");
  expect(brief("🩺".repeat(50))).toBe(`${"🩺".repeat(39)}…`);
});
