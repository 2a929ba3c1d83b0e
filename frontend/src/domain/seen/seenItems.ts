// The items a doctor may have seen: each record, the list of medicines, the rest of the patient's health, and what
// another doctor said.

import type { CaseDoc } from "../case/document";
import { sameName } from "../case/names";
import type { VisitedDoctor } from "../doctors/visitedDoctors";
import { allergyEntries, conditionEntries, symptomEntries } from "../health/health";
import { opinions } from "../opinions/opinionEntries";
import { records } from "../records/records";
import { deletedVisits, visits } from "../visits/visits";

export const MEDICINES = "medicines";
export const HEALTH = "health";

/** `name` is what the patient calls it, "" for the lists and for items without a name. `on` is a date or "". */
export type SeenItem = { id: string; kind: "record" | "medicines" | "health" | "opinion"; name: string; on: string };

export function seenItems(doc: CaseDoc): SeenItem[] {
  return [
    ...records(doc).map(
      ({ id, what, madeOn }): SeenItem => ({ id, kind: "record", name: what.value.trim(), on: madeOn.value }),
    ),
    { id: MEDICINES, kind: "medicines", name: "", on: "" },
    ...(hasHealth(doc) ? [{ id: HEALTH, kind: "health", name: "", on: "" } as const] : []),
    ...opinions(doc).map(
      ({ id, who, visit, on }): SeenItem => ({
        id,
        kind: "opinion",
        name: who.value.trim() || visitedName(doc, visit.value),
        on: on.value,
      }),
    ),
  ];
}

/** Illnesses, allergies and symptoms: one row, once something is written down. */
function hasHealth(doc: CaseDoc): boolean {
  return [conditionEntries, allergyEntries, symptomEntries].some((kind) => kind.written(doc).length > 0);
}

/** The ids of the opinions that this doctor gave: nobody needs to be shown their own. */
export function opinionsBy(doc: CaseDoc, doctor: VisitedDoctor): ReadonlySet<string> {
  const ids = new Set(doctor.visits.map(({ id }) => id));
  const names = new Set(doctor.visits.map(({ who }) => sameName(who.value)).filter((name) => name !== ""));
  const known = new Set(visits(doc).map(({ id }) => id));
  // If a visit was deleted, the name shows whose opinion it is.
  const own = opinions(doc).filter(({ visit, who }) =>
    known.has(visit.value)
      ? ids.has(visit.value)
      : names.has(sameName(who.value.trim() || visitedName(doc, visit.value))),
  );
  return new Set(own.map(({ id }) => id));
}

/**
 * The ids of the records that this doctor made, or that they or their clinic hold: nobody has to give them those. For a
 * place such as “City Clinic, room 12” the name before the comma counts.
 */
export function recordsHeldBy(doc: CaseDoc, { visits }: VisitedDoctor): ReadonlySet<string> {
  const names = new Set(visits.flatMap(({ who, where }) => [nameIn(who.value), nameIn(where.value)]));
  names.delete("");
  const held = records(doc).filter(({ holder }) => holder.others.length === 0 && names.has(nameIn(holder.value)));
  return new Set(held.map(({ id }) => id));
}

function nameIn(words: string): string {
  return sameName(words.split(",")[0] ?? "");
}

function visitedName(doc: CaseDoc, visit: string): string {
  if (visit === "") return "";
  const all = [...visits(doc), ...deletedVisits(doc)];
  return all.find(({ id }) => id === visit)?.who.value.trim() ?? "";
}
