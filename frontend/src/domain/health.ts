// The patient's health beside the illness in question: conditions, allergies, symptoms over time. "None" is an answer that
// somebody gave on a day; "not recorded" means that nobody has asked yet. The two must never look alike.
import { type CaseDoc, setCaseField, type Writer } from "./document";
import type { Entry } from "./entries";
import { here } from "./instants";
import { describeKind, type EntryOf } from "./kind";
import { type Medicine, medicineList, noneSince } from "./medicines";

/** `since` is what the patient says ("2011", "as a child"), not a date. */
export type ConditionFields = { name: string; since: string; status: "now" | "past" };
export type AllergyFields = { to: string; reaction: string; since: string };
export const symptomChanges = ["new", "better", "same", "worse", "gone"] as const;
export type SymptomChange = (typeof symptomChanges)[number];
/** `on` is a calendar date (YYYY-MM-DD) or ""; `change` is the patient's own view, "" while not said. */
export type SymptomFields = { what: string; on: string; change: "" | SymptomChange };
export type Condition = EntryOf<ConditionFields>;
export type Allergy = EntryOf<AllergyFields>;
export type Symptom = EntryOf<SymptomFields, "words">;

export const conditionEntries = describeKind<ConditionFields>({
  kind: "conditions",
  fields: { name: "", since: "", status: "now" },
  said: ["name", "since"],
});
export const allergyEntries = describeKind<AllergyFields>({
  kind: "allergies",
  fields: { to: "", reaction: "", since: "" },
  said: ["to", "reaction", "since"],
});
export const symptomEntries = describeKind<SymptomFields, "words">({
  kind: "symptoms",
  fields: { what: "", on: "", change: "" },
  texts: ["words"],
  said: ["what"],
  order: latestDayFirst,
});

export type Answer<T> =
  | { state: "listed"; entries: T[] }
  | { state: "none"; since: string }
  | { state: "not-recorded" };
export type NoneOf = "conditions" | "allergies";
export type Health = { medicines: Answer<Medicine>; allergies: Answer<Allergy>; conditions: Answer<Condition> };
const noneField = { conditions: "noConditionsSince", allergies: "noAllergiesSince" } as const;

/** A list wins over an older "none". An entry that nobody has written into is no answer. `since` is an ISO 8601 instant. */
export function conditionList(doc: CaseDoc): Answer<Condition> {
  return answer(doc, "conditions", spoken(doc, conditionEntries));
}

export function allergyList(doc: CaseDoc): Answer<Allergy> {
  return answer(doc, "allergies", spoken(doc, allergyEntries));
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

/** Records "I have none" with the time it was said, or takes it back. */
export function setNone(doc: CaseDoc, writer: Writer, of: NoneOf, none: boolean): void {
  setCaseField(doc, writer, noneField[of], none ? here(writer) : null);
}

/** Every symptom as it was last written down: of entries with the same words for it, the latest one. */
export function latestSymptoms(doc: CaseDoc): Symptom[] {
  const latest = new Map<string, Symptom>();
  for (const symptom of spoken(doc, symptomEntries)) {
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

function spoken<E extends Entry>(
  doc: CaseDoc,
  kind: { list: (doc: CaseDoc) => E[]; wordsOf: (entry: E) => string[] },
): E[] {
  return kind.list(doc).filter((entry) => kind.wordsOf(entry).length > 0);
}

/** Those without a day come last. */
function latestDayFirst(a: Symptom, b: Symptom): number {
  if (a.on.value !== b.on.value) return a.on.value > b.on.value ? -1 : 1;
  return a.createdAt === b.createdAt ? 0 : a.createdAt > b.createdAt ? -1 : 1;
}
