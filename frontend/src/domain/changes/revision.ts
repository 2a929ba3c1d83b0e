// How often a case has been changed, as a number for the outside that only grows: the same on every phone that holds the same.
import * as Y from "yjs";
import type { CaseDoc } from "../case/document";

/** What all phones together have written into the case, counted. */
export function revision(doc: CaseDoc): number {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  return [...clocks.values()].reduce((sum, clock) => sum + clock, 0);
}
