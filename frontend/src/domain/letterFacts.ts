// What is asked of clinics and has not come: letters under way, and records that stand in none of them.

import { dayClock } from "./dayClock";
import { dayOf } from "./days";
import type { CaseDoc } from "./document";
import type { Awaited } from "./guard";
import type { DaysOfCountry } from "./happenings";
import { records } from "./records";
import { daysToAnswer, type RecordRequest, requests } from "./requestEntries";

export type LetterFacts = {
  /** What was asked for, or is still to ask for, and is not here. */
  awaited: Awaited[];
  /** A letter whose time is over by the country's rule. */
  overdue: { id: string; holder: string } | null;
};

export function letterFacts(doc: CaseDoc, now: string, daysOf: DaysOfCountry): LetterFacts {
  const here = new Set(records(doc).flatMap(({ id, status }) => (status.value === "have" ? [id] : [])));
  const open = requests(doc).filter((request) => isUnderWay(request, here));
  const letters = open.map(
    (request): Awaited => ({
      id: request.id,
      kind: "requests",
      what: request.holder.value.trim(),
      isAsked: true,
      askedOn: request.sentOn.value,
      limit: daysToAnswer(request, daysOf),
    }),
  );
  const late = letters.find((letter) => isOverdue(letter, dayOf(now)));
  return {
    awaited: [...letters, ...recordsAlone(doc, new Set(open.flatMap((request) => request.records)), daysOf(""))],
    overdue: late ? { id: late.id, holder: late.what } : null,
  };
}

/** Sent and not answered; where all that it names is here, nobody need be reminded of it. */
function isUnderWay({ sentOn, answeredOn, records: asked }: RecordRequest, here: ReadonlySet<string>): boolean {
  if (sentOn.value === "" || answeredOn.value !== "") return false;
  return asked.length === 0 || !asked.every((id) => here.has(id));
}

function recordsAlone(doc: CaseDoc, inLetters: ReadonlySet<string>, limit: number | null): Awaited[] {
  return records(doc)
    .filter(({ id, status }) => status.value !== "have" && !inLetters.has(id))
    .map((record) => {
      const isAsked = record.status.value === "asked";
      const askedOn = isAsked ? record.askedOn.value : "";
      return { id: record.id, kind: "records", what: record.what.value.trim(), isAsked, askedOn, limit };
    });
}

function isOverdue({ askedOn, limit }: Awaited, today: string): boolean {
  const clock = dayClock(askedOn, limit, today);
  return clock !== null && "overdue" in clock;
}
