// Whether a visit was begun and nothing written: it may be removed when its page is left. Anything that refers to a
// visit keeps it, so that no note, question, step, opinion or cell of the grid loses its visit.

import type { CaseDoc } from "../case/document";
import { notes } from "../journal/notes";
import { opinions } from "../opinions/opinionEntries";
import { questions } from "../questions/questionEntries";
import { seenNotes } from "../seen/seenNotes";
import { tasks } from "../tasks/tasks";
import { sayBack, visitEntries } from "./visits";

export function isEmptyVisit(doc: CaseDoc, id: string): boolean {
  const visit = visitEntries.find(doc, id);
  if (visit === null) return false;
  return visitEntries.isBlank(visit) && sayBack(doc, id).trim() === "" && !isPointedTo(doc, id);
}

function isPointedTo(doc: CaseDoc, id: string): boolean {
  return (
    [...notes(doc), ...questions(doc), ...opinions(doc)].some(({ visit }) => visit.value === id) ||
    tasks(doc).some(({ of }) => of.value === id) ||
    [...seenNotes(doc).keys()].some((cell) => cell.endsWith(`/${id}`))
  );
}
