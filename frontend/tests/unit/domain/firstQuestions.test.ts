// The first three questions, depending on what the person was told.
import { describe, expect, it } from "vitest";
import { everyTold, firstQuestions } from "../../../src/domain/questions/firstQuestions";

describe("the first three questions", () => {
  it.each(everyTold)("are three different ones when the person was told: %s", (told) => {
    const ids = firstQuestions(told).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });

  it("ask what happens without an operation before what can go wrong with it", () => {
    expect(firstQuestions("operation").map(({ id }) => id)).toEqual(["none", "smaller", "wrong"]);
  });

  it("fit: only who waits is told to ask for the signs to call at, and only who is to take a medicine for its side effects", () => {
    const having = (id: string) => everyTold.filter((told) => firstQuestions(told).some((idea) => idea.id === id));
    expect(having("signs")).toEqual(["wait"]);
    expect(having("sideEffects")).toEqual(["medicine"]);
  });
});
