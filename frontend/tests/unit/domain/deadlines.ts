// What the tests of the deadline check hold against a date: visits, records and letters of an empty case.
import { type Awaited, type DeadlineInput, warnings } from "../../../src/domain/decideBy/deadlineCheck";
import { dueOf } from "../../../src/domain/letters/answerDue";
import { limitOf } from "./answerTimes";

export const TODAY = "2026-11-22";
export const empty: DeadlineInput = {
  date: { value: "2026-12-14", others: [] },
  hasWords: false,
  visits: [],
  awaited: [],
  hasHeard: false,
  hasDecided: false,
  now: `${TODAY}T12:00`,
};
export const visitOn = (when: string, isAnother = true) => ({ id: when, who: "Dr Lindqvist", when, isAnother });
export const dueFrom = (askedOn: string, rule = limitOf(30)) =>
  dueOf({ sent: [askedOn], arrived: [askedOn], made: [] }, rule);
export const mri: Awaited = {
  id: "r1",
  kind: "records",
  what: "MRI pictures",
  isAsked: true,
  askedOn: "2026-11-20",
  due: dueFrom("2026-11-20"),
};
export const letter = (askedOn: string, due = dueFrom(askedOn)): Awaited => ({ ...mri, kind: "letters", askedOn, due });
export const codes = (input: Partial<DeadlineInput>) => warnings({ ...empty, ...input }).map(({ code }) => code);
export const dateOf = (value: string, ...others: string[]) => ({ value, others });
