// Deciding: the options (waiting is one of them), and what speaks for and against each, in the patient's words, with
// how much it matters to them. What is still unclear becomes questions. The log of decisions is in decisions.ts. It
// arranges; it never adds up weights and never ranks.
import { defineKind, type EntryOf, type ValuesOf } from "../case/defineKind";
import { type CaseDoc, caseText, type Writer } from "../case/document";
import { aside, flag, link, longText, oneOf, words } from "../case/fields";
import { isAsked } from "../opinions/discuss";
import { type Opinion, opinions } from "../opinions/opinionEntries";
import { addQuestion, setOrigin } from "../questions/questions";

/** The option of waiting: it has no entry of its own, so that two phones can never create it twice, or lose it. */
export const WAITING = "waiting";
/** Who decides, as stored in the case; "" while nobody has said. */
export const decidesWith = ["me", "with-doctor", "with-family", "doctor"] as const;
export type DecidesWith = (typeof decidesWith)[number] | "";

export const weights = ["little", "some", "lot"] as const;
export const sides = ["benefit", "harm"] as const;

export const optionEntries = defineKind("options", {
  name: words(),
  // An entry that means the same as WAITING.
  isWaiting: flag(),
  // The opinion whose advice it is, or "".
  opinion: aside(link()),
});
/** One benefit or harm of an option. */
export const pointEntries = defineKind("points", {
  option: aside(link()),
  side: aside(oneOf(sides, "benefit")),
  matters: aside(oneOf(weights)),
  words: longText(),
});
export type CareOption = EntryOf<typeof optionEntries>;
export type Point = EntryOf<typeof pointEntries>;
export type Weight = ValuesOf<typeof pointEntries>["matters"];
export type Side = (typeof sides)[number];
/** An option as shown. `ids` are all the ids that its points may refer to; `entry` is null for waiting. */
export type ShownOption = { id: string; ids: readonly string[]; isWaiting: boolean; entry: CareOption | null };

/** The options in the order they were written down; waiting comes last and is always there, once. */
export function shownOptions(doc: CaseDoc): ShownOption[] {
  const own = optionEntries.list(doc).filter((option) => !option.isWaiting.value);
  return [...own.map((entry) => ({ id: entry.id, ids: [entry.id], isWaiting: false, entry })), waitingOption(doc)];
}

/** The option that `id` belongs to: any of the ids of waiting finds waiting. */
export function shownOption(doc: CaseDoc, id: string): ShownOption | null {
  return shownOptions(doc).find(({ ids }) => ids.includes(id)) ?? null;
}

export function pointsOf(doc: CaseDoc, option: ShownOption, side: Side): Point[] {
  return pointEntries.list(doc).filter((point) => point.side.value === side && option.ids.includes(point.option.value));
}

export function addPoint(doc: CaseDoc, writer: Writer, option: ShownOption, side: Side, words = ""): string {
  return pointEntries.add(doc, writer, { option: option.id, side }, { words });
}

/** Opinions with advice that is not an option yet. */
export function adviceToAdd(doc: CaseDoc): Opinion[] {
  const taken = new Set(optionEntries.list(doc).map((option) => option.opinion.value));
  return opinions(doc).filter((opinion) => opinion.recommended.trim() !== "" && !taken.has(opinion.id));
}

/** Makes an option of a doctor's advice, with the benefits and harms that the doctor named. */
export function addAdvice(doc: CaseDoc, writer: Writer, opinion: Opinion, name: string): string {
  const id = optionEntries.add(doc, writer, { name, opinion: opinion.id });
  const said = { benefit: opinion.benefits, harm: opinion.harms };
  for (const side of sides) {
    if (said[side].trim() !== "") pointEntries.add(doc, writer, { option: id, side }, { words: said[side].trim() });
  }
  return id;
}

/** Points about waiting refer to WAITING; entries that mean waiting, even deleted ones, count as the same. */
function waitingOption(doc: CaseDoc): ShownOption {
  const entries = [...optionEntries.list(doc), ...optionEntries.deleted(doc)].filter(
    ({ isWaiting }) => isWaiting.value,
  );
  return { id: WAITING, ids: [WAITING, ...entries.map(({ id }) => id)], isWaiting: true, entry: null };
}

// What is still unclear before a decision: one text of the case, one point on each line. Each line can become a
// question, once.
export function unclearLines(doc: CaseDoc): string[] {
  const lines = caseText(doc, "unclear").split("\n");
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ""))];
}

/** Makes a question of every line that is not one yet. Returns the ids of the new questions. */
export function askUnclear(doc: CaseDoc, writer: Writer): string[] {
  const added = unclearLines(doc)
    .filter((line) => !isAsked(doc, line))
    .map((line) => addQuestion(doc, writer, line));
  for (const id of added) setOrigin(doc, writer, id, "unclear");
  return added;
}
