// Specialists: doctors the patient thinks of asking, side by side. Facts and where they were checked; never a rating.
import { describeKind, type EntryOf } from "./kind";

export const suggesters = ["own-doctor", "other-doctor", "insurance", "patients", "family", "search", "other"] as const;
export type Suggester = (typeof suggesters)[number] | "";
export type YesNo = "yes" | "no" | "";

export type SpecialistFields = {
  name: string;
  place: string;
  phone: string;
  /** What this doctor works on, and how often they see this illness, in words. */
  field: string;
  experience: string;
  experienceCheckedAt: string;
  credentials: YesNo;
  /** Where the papers were looked up, and the calendar date (YYYY-MM-DD) of that. */
  credentialsCheckedAt: string;
  credentialsCheckedOn: string;
  affiliation: string;
  academic: YesNo;
  research: YesNo;
  suggestedBy: Suggester;
  suggestedByWhom: string;
  /** Whether they work apart from the first doctor: another team, another clinic. */
  independent: YesNo;
  wait: string;
  cost: string;
};
export type Specialist = EntryOf<SpecialistFields, "notes">;

const empty: SpecialistFields = {
  name: "",
  place: "",
  phone: "",
  field: "",
  experience: "",
  experienceCheckedAt: "",
  credentials: "",
  credentialsCheckedAt: "",
  credentialsCheckedOn: "",
  affiliation: "",
  academic: "",
  research: "",
  suggestedBy: "",
  suggestedByWhom: "",
  independent: "",
  wait: "",
  cost: "",
};
export const specialistEntries = describeKind<SpecialistFields, "notes">({
  kind: "specialists",
  fields: empty,
  texts: ["notes"],
  said: ["name", "place", "phone", "field", "experience", "affiliation", "suggestedByWhom", "wait", "cost"],
});
export const specialists = specialistEntries.list;
