// The patient's health beside the illness in question: conditions, allergies, symptoms over time. "None" is an answer that
// somebody gave on a day; "not recorded" means that nobody has asked yet. The two must never look alike.
import { type CaseDoc, caseField, setCaseField, type Writer } from "./document";
import { describeKind, type EntryOf } from "./kind";

/** `since` is what the patient says ("2011", "as a child"), not a date. */
export type ConditionFields = { name: string; since: string; status: "now" | "past" };
export type AllergyFields = { to: string; reaction: string; since: string };
/** `on` is a calendar date (YYYY-MM-DD) or ""; `change` is the patient's own view, "" while not said. */
export type SymptomFields = { what: string; on: string; change: "" | "new" | "better" | "same" | "worse" | "gone" };
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
});

export type Answer<T> =
  | { state: "listed"; entries: T[] }
  | { state: "none"; since: string }
  | { state: "not-recorded" };
export type NoneOf = "conditions" | "allergies";
const noneField = { conditions: "noConditionsSince", allergies: "noAllergiesSince" } as const;

/** A list wins over an older "none". `since` is an ISO 8601 instant. */
export function conditionList(doc: CaseDoc): Answer<Condition> {
  return answer(doc, "conditions", conditionEntries.list(doc));
}

export function allergyList(doc: CaseDoc): Answer<Allergy> {
  return answer(doc, "allergies", allergyEntries.list(doc));
}

/** Records "I have none" with the time it was said, or takes it back. */
export function setNone(doc: CaseDoc, writer: Writer, of: NoneOf, none: boolean): void {
  setCaseField(doc, writer, noneField[of], none ? writer.now() : null);
}

function answer<T>(doc: CaseDoc, of: NoneOf, entries: T[]): Answer<T> {
  if (entries.length > 0) return { state: "listed", entries };
  const since = caseField<string | null>(doc, noneField[of], null).value;
  return since === null ? { state: "not-recorded" } : { state: "none", since };
}
