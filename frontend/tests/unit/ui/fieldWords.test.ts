import { describe, expect, it } from "vitest";
import { defineKind } from "../../../src/domain/case/defineKind";
import { day, moment, oneOf, words } from "../../../src/domain/case/fields";
import { FieldWords } from "../../../src/ui/entries/fieldWords";

const boxes = defineKind("medicines", {
  name: words(),
  colour: oneOf(["red", "blue"]),
  on: day(),
  openedAt: moment(),
  nameless: words(),
  half: oneOf(["whole", "broken"]),
});
const said = new FieldWords(
  boxes,
  {
    boxes: {
      name: "Its name",
      nameHint: "As on the lid",
      colour: "Colour",
      colourValues: { red: "Red", blue: "Blue", none: "Not said" },
      on: "Day",
      openedAt: "Opened",
      openedAtValues: { set: "Opened {date}", none: "Not opened" },
      half: "Half",
      halfValues: { whole: "Whole", none: "Not said" },
    },
  },
  "boxes",
);

describe("the words of a field", () => {
  it("are its label and its hint, by its name", () => {
    expect([said.label("name"), said.hint("name"), said.label("on"), said.hint("on")]).toEqual([
      "Its name",
      "As on the lid",
      "Day",
      undefined,
    ]);
  });

  it("say each value as people read it", () => {
    expect(["red", "blue", ""].map((value) => said.text("colour", value))).toEqual(["Red", "Blue", "Not said"]);
    expect(said.text("on", "2026-12-01")).toBe("December 1, 2026");
    expect(said.text("openedAt", "2026-12-01T10:00:00+01:00")).toBe("Opened December 1, 2026");
    expect(said.text("openedAt", "")).toBe("Not opened");
  });

  it("show words as they were typed, also when they are called like a key", () => {
    expect(said.text("name", "Hint")).toBe("Hint");
    expect(said.text("name", "")).toBe("");
  });

  it("show a value of a newer version as it is", () => {
    expect(said.text("colour", "green")).toBe("green");
  });

  it("are missed when the app is built, by the label and by each value", () => {
    // @ts-expect-error: no label
    expect(said.label("nameless")).toBe("nameless");
    // @ts-expect-error: a value without a word
    expect(said.label("half")).toBe("Half");
  });
});
