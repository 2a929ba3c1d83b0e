import { describe, expect, it } from "vitest";
import { namesTogether, phoneText } from "../../../src/ui/screens/pair/phoneNames";

const shown = (...names: string[]) => [
  ...[...namesTogether(names.map((value, at) => ({ id: String(at), name: { value } })))]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, name]) => name),
];

describe("the names of a person's phones", () => {
  it("tell two of a kind apart by a number, in the order in which they were added", () => {
    expect(shown("Android", "Android", "iPhone", "Android", "iPhone")).toEqual([
      "Android phone",
      "Android phone 2",
      "iPhone",
      "Android phone 3",
      "iPhone 2",
    ]);
    expect(shown("", "", "Linux")).toEqual(["A phone", "A phone 2", "Linux computer"]);
  });

  it("leave a name that the person gave, and put the number to the other phone", () => {
    expect(shown("Android", "Android phone")).toEqual(["Android phone 2", "Android phone"]);
    expect(shown("Android", "Android", "Android phone 2")).toEqual([
      "Android phone",
      "Android phone 3",
      "Android phone 2",
    ]);
    expect(shown("Kitchen", "kitchen ")).toEqual(["Kitchen", "kitchen 2"]);
    expect(shown("Kitchen", "Bag")).toEqual(["Kitchen", "Bag"]);
  });

  it("are whole words for the kinds that a browser names, and nothing that a name may happen to spell", () => {
    expect(phoneText("Android")).toBe("\u2068Android phone\u2069");
    expect(phoneText("toString")).toBe("\u2068toString\u2069");
    expect(phoneText(" ")).toBe("A phone");
  });
});
