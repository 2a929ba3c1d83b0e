// The things a doctor may have seen: each record, the list of medicines, and what another doctor said.
import { consultations, deletedConsultations } from "./consultations";
import type { Doctor } from "./doctors";
import type { CaseDoc } from "./document";
import { sameName } from "./names";
import { opinions } from "./opinionEntries";
import { records } from "./records";

export const MEDICINES = "medicines";

/** `name` is what the patient calls it, "" for the list of medicines and for what nobody has named. `on` is a date or "". */
export type Thing = { id: string; kind: "record" | "medicines" | "opinion"; name: string; on: string };

export function things(doc: CaseDoc): Thing[] {
  return [
    ...records(doc).map(
      ({ id, what, madeOn }): Thing => ({ id, kind: "record", name: what.value.trim(), on: madeOn.value }),
    ),
    { id: MEDICINES, kind: "medicines", name: "", on: "" },
    ...opinions(doc).map(
      ({ id, who, consultation, on }): Thing => ({
        id,
        kind: "opinion",
        name: who.value.trim() || visitedName(doc, consultation.value),
        on: on.value,
      }),
    ),
  ];
}

/** The ids of the opinions that this doctor gave: nobody needs to be shown their own. */
export function opinionsBy(doc: CaseDoc, doctor: Doctor): ReadonlySet<string> {
  const visits = new Set(doctor.visits.map(({ id }) => id));
  const names = new Set(doctor.visits.map(({ who }) => sameName(who.value)).filter((name) => name !== ""));
  const known = new Set(consultations(doc).map(({ id }) => id));
  // Of a visit that was deleted since, the name tells whose it is.
  const own = opinions(doc).filter(({ consultation, who }) =>
    known.has(consultation.value)
      ? visits.has(consultation.value)
      : names.has(sameName(who.value.trim() || visitedName(doc, consultation.value))),
  );
  return new Set(own.map(({ id }) => id));
}

function visitedName(doc: CaseDoc, visit: string): string {
  if (visit === "") return "";
  const visits = [...consultations(doc), ...deletedConsultations(doc)];
  return visits.find(({ id }) => id === visit)?.who.value.trim() ?? "";
}
