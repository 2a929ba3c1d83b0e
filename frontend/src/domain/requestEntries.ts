// Letters that ask a clinic for records, as they are written down. What is done with them is in requests.ts: the first screen
// needs no more than this.
import { describeKind, type EntryOf, valuesOf } from "./kind";

export const requestFormats = ["any", "digital", "disc", "paper"] as const;
export type RequestFormat = (typeof requestFormats)[number];
export type RequestFields = {
  holder: string;
  /** Country code as the guide has it, or "" while none was chosen. */
  country: string;
  format: RequestFormat;
  images: boolean;
  reports: boolean;
  slides: boolean;
  reason: string;
  /** Calendar dates (YYYY-MM-DD) or "". The clinic's time begins on the day they got it, not when it was sent. */
  sentOn: string;
  arrivedOn: string;
  answeredOn: string;
};
/** `records`: the ids of the records that it asks for. `extra`: what the patient adds in their own words. */
export type RecordRequest = EntryOf<RequestFields, "extra", "records">;

const empty: RequestFields = {
  holder: "",
  country: "",
  format: "any",
  images: true,
  reports: true,
  slides: false,
  reason: "",
  sentOn: "",
  arrivedOn: "",
  answeredOn: "",
};
export const requestEntries = describeKind<RequestFields, "extra", "records">({
  kind: "requests",
  fields: empty,
  texts: ["extra"],
  marks: ["records"],
  said: ["holder", "reason", "sentOn"],
});
export const requests = requestEntries.list;

/** Whether nobody has said what it is to ask for, of whom, or what became of it. */
export function isEmptyRequest(request: RecordRequest): boolean {
  const days = [request.arrivedOn, request.answeredOn].flatMap(valuesOf);
  return requestEntries.wordsOf(request).length === 0 && request.records.length === 0 && days.length === 0;
}
