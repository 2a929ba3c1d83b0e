import { describe, expect, it } from "vitest";
import { defineKind } from "../../../src/domain/case/defineKind";
import { day, moment, oneOf, words } from "../../../src/domain/case/fields";
import type { KeyOf } from "../../../src/i18n";
import { FieldWords, type Named } from "../../../src/ui/entries/fieldWords";

const boxes = defineKind("medicines", {
  name: words(),
  colour: oneOf(["red", "blue"]),
  on: day(),
  openedAt: moment(),
  nameless: words(),
  half: oneOf(["whole", "broken"]),
});
const boxWords = {
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
};
const said = new FieldWords(boxes, boxWords, "boxes");

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
    type Known = Named<typeof boxes.parts, KeyOf<typeof boxWords>, "boxes">;
    const known: Known[] = ["name", "colour", "on", "openedAt"];
    // @ts-expect-error: it has no label
    const nameless: Known = "nameless";
    // @ts-expect-error: one of its values has no word
    const half: Known = "half";
    expect([...known, nameless, half].map(said.label)).toEqual([
      "Its name",
      "Colour",
      "Day",
      "Opened",
      "nameless",
      "Half",
    ]);
  });
});
