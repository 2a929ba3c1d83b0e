import { describe, expect, it } from "vitest";
import { createStuck } from "../../../src/sync/stuck";

function timed() {
  const said: boolean[] = [];
  let due: (() => void) | null = null;
  const stuck = createStuck(
    (_ms, wake) => {
      due = wake;
      return () => {
        due = null;
      };
    },
    (isStuck) => said.push(isStuck),
  );
  return { stuck, said, aMinuteGoesBy: () => due?.() };
}

describe("being stuck", () => {
  it("is said once a minute has gone by without a round that was completed, however many were begun", () => {
    const { stuck, said, aMinuteGoesBy } = timed();
    stuck.begin();
    stuck.begin();
    expect(said).toEqual([]);
    aMinuteGoesBy();
    stuck.begin();
    expect(said).toEqual([true]);
  });

  it("ends with the first round that is, and begins anew after it", () => {
    const { stuck, said, aMinuteGoesBy } = timed();
    stuck.begin();
    stuck.end();
    aMinuteGoesBy();
    expect(said).toEqual([]);
    stuck.begin();
    aMinuteGoesBy();
    stuck.end();
    expect(said).toEqual([true, false]);
  });
});
