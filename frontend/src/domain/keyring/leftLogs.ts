// The logs that this person's cases have left: moved to a fresh one, or joined to the case of which they were a copy.
import { type CaseDoc, mapsIn } from "../case/document";
import { readCase, rootFor } from "./keyring";

/** From which log to which. */
export function leftLogs(doc: CaseDoc): { from: string; to: string }[] {
  return mapsIn(rootFor(doc, { ownerToken: "" })).flatMap(([key, map]) => {
    const { id, formerly } = readCase(key, map);
    return formerly === null ? [] : [{ from: formerly, to: id }];
  });
}
