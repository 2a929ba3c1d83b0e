import { describe, expect, it } from "vitest";
import { typedDay } from "../../../src/domain/days/typedDay";

const TODAY = "2026-11-22";

describe("a day as it is typed", () => {
  it("is whole, partly there, or not there", () => {
    expect(typedDay("2026-12-14", false, TODAY)).toEqual({ state: "whole" });
    expect(typedDay("", true, TODAY)).toEqual({ state: "partial" });
    expect(typedDay("", false, TODAY)).toEqual({ state: "none" });
  });

  it("is whole as far as it is known: a month, a year", () => {
    expect(typedDay("2026-05", false, TODAY)).toEqual({ state: "whole" });
    expect(typedDay("1990", false, TODAY)).toEqual({ state: "whole" });
    expect(typedDay("2026-13", false, TODAY)).not.toEqual({ state: "whole" });
    expect(typedDay("0058", false, TODAY)).toEqual({ state: "odd", year: 58, meant: "1958" });
  });

  it.each([
    ["0026-12-14", 26, "2026-12-14"],
    ["0027-01-05", 27, "2027-01-05"],
    ["0056-05-02", 56, "1956-05-02"],
    ["22027-01-05", 22027, "2027-01-05"],
    ["20226-12-14", 20226, "2026-12-14"],
    ["0202-12-14", 202, ""],
    ["2202-12-14", 2202, ""],
    ["1026-12-14", 1026, ""],
    ["99999-12-14", 99999, ""],
  ])("asks about the year of %s", (value, year, meant) => {
    expect(typedDay(value, false, TODAY)).toEqual({ state: "odd", year, meant });
  });

  it("takes every year of a life and of a plan", () => {
    for (const year of ["1900", "1956", "2026", "2031", "2100"]) {
      expect(typedDay(`${year}-02-28`, false, TODAY)).toEqual({ state: "whole" });
    }
  });

  it("proposes no day that does not exist", () => {
    expect(typedDay("0027-02-29", false, TODAY)).toEqual({ state: "odd", year: 27, meant: "" });
  });
});
