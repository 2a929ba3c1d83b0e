// Whether a visit was begun and never written: such a one may go when its page is left. Whatever points to a visit keeps it, so
// that no note, question, step, opinion or word of who has seen what loses the visit it belongs to.
import { consultationEntries, consultationFields, sayBack } from "./consultations";
import { disclosures } from "./disclosure";
import type { CaseDoc } from "./document";
import { valuesOf } from "./kind";
import { notes } from "./notes";
import { opinions } from "./opinionEntries";
import { questions } from "./questionEntries";
import { tasks } from "./tasks";

export function isEmptyVisit(doc: CaseDoc, id: string): boolean {
  const visit = consultationEntries.find(doc, id);
  if (visit === null) return false;
  const isBlank = consultationFields.every((name) => valuesOf<string>(visit[name]).length === 0);
  return isBlank && sayBack(doc, id).trim() === "" && !isPointedTo(doc, id);
}

function isPointedTo(doc: CaseDoc, id: string): boolean {
  return (
    [...notes(doc), ...questions(doc), ...opinions(doc)].some(({ consultation }) => consultation.value === id) ||
    tasks(doc).some(({ of }) => of.value === id) ||
    [...disclosures(doc).keys()].some((cell) => cell.endsWith(`/${id}`))
  );
}
