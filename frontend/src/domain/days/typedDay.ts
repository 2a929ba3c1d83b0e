// What somebody typed into the parts of a day. An unlikely year ("26", "22027") does not make a day yet: the person is
// asked, and nothing is guessed silently. Pure.
import { isKnownDate } from "./days";

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** Two digits of a year mean a year at most this far ahead. */
const YEARS_AHEAD = 20;

export type TypedDay = { state: "none" | "partial" | "whole" } | { state: "odd"; year: number; meant: string };

/** `value` as a date field reports it, a day or as much as is known; `isPartial`: a part is missing, so it reports "". */
export function typedDay(value: string, isPartial: boolean, today: string): TypedDay {
  if (value === "") return { state: isPartial ? "partial" : "none" };
  const [, year = "", monthAndDay = ""] = /^(\d{4,})((?:-\d\d){0,2})$/.exec(value) ?? [];
  const said = Number(year);
  if (said >= FIRST_YEAR && said <= LAST_YEAR && isKnownDate(value)) return { state: "whole" };
  const meant = `${likelyYear(said, Number(today.slice(0, 4)))}${monthAndDay}`;
  return { state: "odd", year: said, meant: isKnownDate(meant) ? meant : "" };
}

/** The year most likely meant: from its last two digits, or from one digit too many. 0 when there is no telling. */
function likelyYear(said: number, present: number): number {
  if (said < 100) return said + 2000 <= present + YEARS_AHEAD ? said + 2000 : said + 1900;
  const figures = String(said);
  if (figures.length !== 5) return 0;
  const shorter = [...figures].map((_, at) => Number(figures.slice(0, at) + figures.slice(at + 1)));
  const near = shorter.filter((year) => Math.abs(year - present) <= YEARS_AHEAD);
  return near.sort((a, b) => Math.abs(a - present) - Math.abs(b - present))[0] ?? 0;
}
