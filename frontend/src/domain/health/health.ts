// The patient's health beside the illness in question: conditions, allergies, symptoms over time. "None" is an answer
// given on a day; "not recorded" means that nobody has asked yet. The two must never look alike.
import { defineKind, type EntryOf, type ValuesOf } from "../case/defineKind";
import { type CaseDoc, type Field, setCaseField, type Writer } from "../case/document";
import type { Entry } from "../case/entries";
import { aside, knownDate, longText, oneOf, words } from "../case/fields";
import { here } from "../days/instants";
import { type Medicine, medicineList, noneSince } from "./medicines";

// `since` is in the patient's words ("2011", "as a child"), not a date.
export const conditionEntries = defineKind(
  "conditions",
  { name: words(), since: words(), status: aside(oneOf(["now", "past"], "now")) },
  {
    along(doc, writer, before) {
      // The first words cancel an earlier "I have none"; an entry left empty does not.
      if (conditionEntries.isBlank(before)) setNone(doc, writer, "conditions", false);
    },
  },
);
export const allergyEntries = defineKind(
  "allergies",
  { to: words(), reaction: words(), since: words() },
  {
    along(doc, writer, before) {
      if (allergyEntries.isBlank(before)) setNone(doc, writer, "allergies", false);
    },
  },
);
// `change` is the patient's own view.
export const symptomEntries = defineKind(
  "symptoms",
  {
    what: words(),
    on: aside(knownDate()),
    change: aside(oneOf(["new", "better", "same", "worse", "gone"])),
    words: longText(),
  },
  { order: latestDayFirst },
);
export type Condition = EntryOf<typeof conditionEntries>;
export type Allergy = EntryOf<typeof allergyEntries>;
export type Symptom = EntryOf<typeof symptomEntries>;
export type SymptomFields = ValuesOf<typeof symptomEntries>;

export type Answer<T> =
  | { state: "listed"; entries: T[] }
  | { state: "none"; since: string }
  | { state: "not-recorded" };
export type NoneOf = "conditions" | "allergies";
export type Health = { medicines: Answer<Medicine>; allergies: Answer<Allergy>; conditions: Answer<Condition> };
const noneField = { conditions: "noConditionsSince", allergies: "noAllergiesSince" } as const;

/** A list overrides an older "none". A blank entry is no answer. `since` is an ISO 8601 instant. */
export function conditionList(doc: CaseDoc): Answer<Condition> {
  return answer(doc, "conditions", conditionEntries.written(doc));
}

export function allergyList(doc: CaseDoc): Answer<Allergy> {
  return answer(doc, "allergies", allergyEntries.written(doc));
}

/** What a doctor is shown. */
export function healthOf(doc: CaseDoc): Health {
  const list = medicineList(doc);
  return {
    medicines: list.state === "listed" ? { state: "listed", entries: list.medicines } : list,
    allergies: allergyList(doc),
    conditions: conditionList(doc),
  };
}

/** Records "I have none" with the time it was said, or cancels it. */
export function setNone(doc: CaseDoc, writer: Writer, of: NoneOf, none: boolean): void {
  setCaseField(doc, writer, noneField[of], none ? here(writer) : null);
}

/** The latest state of every symptom: of entries with the same words for it, the latest one. */
export function latestSymptoms(doc: CaseDoc): Symptom[] {
  const latest = new Map<string, Symptom>();
  for (const symptom of symptomEntries.written(doc)) {
    const name = symptom.what.value.trim().toLowerCase();
    const key = name === "" ? symptom.id : name;
    if (!latest.has(key)) latest.set(key, symptom);
  }
  return [...latest.values()];
}

function answer<T>(doc: CaseDoc, of: NoneOf, entries: T[]): Answer<T> {
  if (entries.length > 0) return { state: "listed", entries };
  const since = noneSince(doc, noneField[of]);
  return since === null ? { state: "not-recorded" } : { state: "none", since };
}

/** Those without a day come last. */
function latestDayFirst(a: Entry & { on: Field }, b: Entry & { on: Field }): number {
  if (a.on.value !== b.on.value) return a.on.value > b.on.value ? -1 : 1;
  return a.createdAt === b.createdAt ? 0 : a.createdAt > b.createdAt ? -1 : 1;
}
