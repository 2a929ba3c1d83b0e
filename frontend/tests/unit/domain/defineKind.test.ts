import { describe, expect, it } from "vitest";
import { defineKind } from "../../../src/domain/case/defineKind";
import { changeEntry } from "../../../src/domain/case/entries";
import { aside, day, link, longText, marks, moment, oneOf, words } from "../../../src/domain/case/fields";
import { exchange, twoPhones } from "./twoDocs";

// Stored under the name of a real kind: a case has no others.
const boxes = defineKind("medicines", {
  name: words(),
  colour: oneOf(["red", "blue"]),
  shape: oneOf(["round", "square"], "round"),
  on: day(),
  openedAt: moment(),
  begunOn: aside(day()),
  owner: aside(link()),
  things: marks(),
  story: longText(),
});

describe("a kind of entry is defined once", () => {
  it("reads every part as what it is, before anybody wrote it", () => {
    const { ana, byAna } = twoPhones();
    const id = boxes.add(ana, byAna);
    expect(boxes.find(ana, id)).toMatchObject({
      name: { value: "", others: [] },
      colour: { value: "", others: [] },
      shape: { value: "round", others: [] },
      things: [],
      story: "",
    });
  });

  it.each([
    ["words", { name: "Lid" }],
    ["a choice", { colour: "red" }],
    ["another choice than the first", { shape: "square" }],
    ["a day", { on: "2026-12-01" }],
    ["a moment", { openedAt: "2026-12-01T10:00:00.000Z" }],
  ] as const)("is not blank any more with %s in it", (_, given) => {
    const { ana, byAna } = twoPhones();
    const id = boxes.add(ana, byAna);
    const isBlank = () => boxes.list(ana).every(boxes.isBlank);
    expect(isBlank()).toBe(true);
    boxes.set(ana, byAna, id, given);
    expect(isBlank()).toBe(false);
    expect(boxes.written(ana)).toHaveLength(1);
  });

  it("is not blank with a long text or a mark, and blank again when they are taken out", () => {
    const { ana, byAna } = twoPhones();
    const id = boxes.add(ana, byAna);
    boxes.write(ana, id, "story", "Once");
    expect(boxes.written(ana)).toHaveLength(1);
    boxes.write(ana, id, "story", " ");
    expect(boxes.written(ana)).toHaveLength(0);
    boxes.mark(ana, byAna, id, "things", "a", true);
    expect(boxes.written(ana)).toHaveLength(1);
    boxes.mark(ana, byAna, id, "things", "a", false);
    expect(boxes.written(ana)).toHaveLength(0);
  });

  it("stays blank with what stands aside, and with spaces", () => {
    const { ana, byAna } = twoPhones();
    boxes.add(ana, byAna, { name: " ", begunOn: "2026-12-01", owner: "somebody", shape: "round" });
    expect(boxes.list(ana)).toHaveLength(1);
    expect(boxes.written(ana)).toHaveLength(0);
  });

  it("is not blank while one of two phones says something", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = boxes.add(ana, byAna);
    exchange(ana, ben);
    boxes.set(ana, byAna, id, { shape: "round" });
    boxes.set(ben, byBen, id, { shape: "square" });
    exchange(ana, ben);
    expect(boxes.find(ana, id)?.shape.others).toHaveLength(1);
    expect(boxes.written(ana)).toHaveLength(1);
  });

  it("finds what people typed, and nothing that they chose", () => {
    const { ana, byAna } = twoPhones();
    boxes.add(ana, byAna, { name: "Lid", colour: "red", on: "2026-12-01" }, { story: "Once" });
    expect(boxes.list(ana).map(boxes.wordsOf)).toEqual([["Lid", "Once"]]);
  });

  it("writes what goes along with a field in the same change", () => {
    const seen: string[] = [];
    const kind = defineKind(
      "medicines",
      { name: words(), dose: words() },
      {
        along: (_doc, _writer, before, given) => seen.push(`${before.name.value}>${given.name}`),
      },
    );
    const { ana, byAna } = twoPhones();
    const id = kind.add(ana, byAna, { name: "A" });
    let changes = 0;
    ana.on("update", () => {
      changes += 1;
    });
    kind.set(ana, byAna, id, { name: "B" });
    expect([seen, changes]).toEqual([["A>B"], 1]);
  });

  it("lets a control put in by name what it holds, a text too", () => {
    const { ana, byAna } = twoPhones();
    const id = boxes.add(ana, byAna);
    boxes.put(ana, byAna, id, "story", "Once");
    boxes.put(ana, byAna, id, "colour", "blue");
    expect(boxes.find(ana, id)).toMatchObject({ story: "Once", colour: { value: "blue" } });
  });

  it("reads what is of another type than its part as not written", () => {
    const { ana, byAna } = twoPhones();
    const id = boxes.add(ana, byAna);
    changeEntry(ana, "medicines", id, (entry) => entry.set("name#1", 7));
    expect(boxes.find(ana, id)?.name).toEqual({ value: "", others: [] });
  });
});
