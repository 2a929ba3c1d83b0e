// What is still unclear before a decision: one text of the case, one point on each line. Each line can become a question, once.

import { type CaseDoc, caseText, type Writer } from "../case/document";
import { isAsked } from "../opinions/discuss";
import { addQuestion, setOrigin } from "../questions/questions";

export function unclearLines(doc: CaseDoc): string[] {
  const lines = caseText(doc, "unclear").split("\n");
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ""))];
}

/** Makes a question of every line that is none yet. Returns the ids of those made. */
export function askUnclear(doc: CaseDoc, writer: Writer): string[] {
  const added = unclearLines(doc)
    .filter((line) => !isAsked(doc, line))
    .map((line) => addQuestion(doc, writer, line));
  for (const id of added) setOrigin(doc, writer, id, "unclear");
  return added;
}
