// Duplicates: two phones that do the same thing while offline make the same entry twice, such as an option from one
// doctor's advice. What people began themselves is never a duplicate, however alike the words are. If two entries say
// the same, or one says all that the other says, one is shown and the other hidden. Every phone hides the same one.
// Words written into a hidden duplicate, on a phone that did not know of it, bring it back: no unique words stay
// hidden.
import { type CareOption, optionEntries, pointEntries } from "../decide/options";
import { type Opinion, opinionEntries, opinionParts, opinions } from "../opinions/opinionEntries";
import { type Question, questionEntries } from "../questions/questionEntries";
import { seenNotes } from "../seen/seenNotes";
import { type Task, taskEntries } from "../tasks/tasks";
import { valuesOf } from "./defineKind";
import { type CaseDoc, type Field, mapIn, readField, rootMap, type Writer, writeField } from "./document";
import { changeEntry, deleteEntry, type Entry, type EntryKind, restoreEntry } from "./entries";

type Statement = { one: readonly string[]; lines: readonly string[]; isSettled: boolean };
type Duplicates<T extends Entry> = {
  kind: EntryKind;
  all: (doc: CaseDoc) => T[];
  /** What it was made from, and as what; "" for what people began themselves. */
  keyOf: (entry: T) => string;
  said: (entry: T) => Statement;
};

/** In a hidden entry: what it said when it was hidden. APART: it is shown on purpose and stays as it is. */
const FOLDED = "foldedAs";
const APART = "apart";

export function foldDuplicates(doc: CaseDoc, writer: Writer): void {
  fold(doc, writer, {
    kind: "options",
    all: (from) => [...optionEntries.list(from), ...optionEntries.deleted(from)],
    keyOf: ({ opinion, name }: CareOption) => (opinion.value === "" ? "" : `${opinion.value}\n${name.value.trim()}`),
    said: ({ id, name, opinion }) => ({
      one: [],
      lines: [pointsUnder(doc, id)],
      isSettled: name.others.length + opinion.others.length === 0,
    }),
  });
  fold(doc, writer, {
    kind: "questions",
    all: (from) => [...questionEntries.list(from), ...questionEntries.deleted(from)],
    keyOf: questionKey,
    said: ({ answer, answeredAt, topic, visit, broughtTo, takenOutOf }) => ({
      one: [topic.value, visit.value ?? "", answeredAt ?? "", ...comings(broughtTo, takenOutOf)],
      lines: [answer],
      isSettled: topic.others.length + visit.others.length === 0,
    }),
  });
  fold(doc, writer, {
    kind: "opinions",
    all: allOpinions,
    keyOf: ({ origin }: Opinion) => origin.value,
    said: (opinion) => ({
      one: [opinion.who.value, opinion.on.value, opinion.whose.value, opinion.visit.value],
      lines: opinionParts.map((part) => opinion[part]),
      isSettled: !isLeanedOn(doc, opinion.id) && hasNoConflict(opinion),
    }),
  });
  fold(doc, writer, {
    kind: "tasks",
    all: (from) => [...taskEntries.list(from), ...taskEntries.deleted(from)],
    keyOf: ({ about, of }: Task) => (about.value === "discuss" ? originOf(doc, of.value) || of.value : ""),
    said: ({ what, words, dueOn, doneAt, of }) => ({
      one: [what.value, dueOn.value, doneAt.value, ...standing(doc, of.value)],
      lines: [words],
      isSettled: [what, dueOn, doneAt].every((field: Field) => field.others.length === 0),
    }),
  });
}

function allOpinions(doc: CaseDoc): Opinion[] {
  return [...opinions(doc), ...opinionEntries.deleted(doc)];
}

/** The visit from which an opinion was begun, so that tasks about two opinions of one visit are duplicates, too. */
function originOf(doc: CaseDoc, opinion: string): string {
  return allOpinions(doc).find(({ id }) => id === opinion)?.origin.value ?? "";
}

/** Of two tasks about one visit's opinion, the one whose opinion is shown stays. */
function standing(doc: CaseDoc, opinion: string): string[] {
  if (originOf(doc, opinion) === "") return [];
  return [opinions(doc).some(({ id }) => id === opinion) ? "shown" : ""];
}

/** Whether something depends on it: a mark of the comparison, an option, a question, a tick in who has seen what. */
function isLeanedOn(doc: CaseDoc, opinion: string): boolean {
  const marks = allOpinions(doc).flatMap(({ id }) => {
    const keys = [...(mapIn(rootMap(doc, "opinions"), id)?.keys() ?? [])].filter((key) => key.startsWith("verdict/"));
    return id === opinion ? keys : keys.filter((key) => key.startsWith(`verdict/${opinion}/`));
  });
  return (
    marks.length > 0 ||
    optionEntries.list(doc).some((option) => option.opinion.value === opinion) ||
    questionEntries.list(doc).some(({ origin }) => origin.startsWith(`opinion/${opinion}/`)) ||
    [...seenNotes(doc).keys()].some((cell) => cell.startsWith(`${opinion}/`))
  );
}

function hasNoConflict({ who, on, whose, visit }: Opinion): boolean {
  return [who, on, whose, visit].every((field: Field) => field.others.length === 0);
}

/** Empty while nobody has said anything about it, so that entries hidden by an older version still say the same. */
function comings(broughtTo: readonly string[], takenOutOf: readonly string[]): string[] {
  return broughtTo.length + takenOutOf.length === 0 ? [] : [broughtTo.join(" "), takenOutOf.join(" ")];
}

/** The points for and against it, one per line: they are hidden and come back with their option. */
function pointsUnder(doc: CaseDoc, option: string): string {
  const under = pointEntries.list(doc).filter((point) => point.option.value === option);
  const told = under.map(({ side, matters, words }) => [side.value, ...valuesOf<string>(matters), words].join(": "));
  return told.map((words) => words.replace(/\s+/g, " ").trim()).join("\n");
}

function questionKey({ origin, bank, text }: Question): string {
  const from = origin || (bank === "" ? "" : `bank/${bank}`);
  return from === "" ? "" : `${from}\n${text.trim()}`;
}

function fold<T extends Entry>(doc: CaseDoc, writer: Writer, duplicates: Duplicates<T>): void {
  const all = duplicates.all(doc).filter((entry) => duplicates.keyOf(entry) !== "");
  for (const entry of all) bringBack(doc, writer, duplicates, entry);
  for (const group of groupsOf(all, duplicates.keyOf)) {
    // What was just brought back is checked next time.
    const shown = group.filter((entry) => entry.deletedAt === null);
    if (shown.length === 0) keepOne(doc, writer, duplicates.kind, group);
    const others = shown.filter((entry) => shown.some((other) => foldsInto(duplicates.said, entry, other)));
    for (const entry of others.filter(({ id }) => foldedAs(doc, duplicates.kind, id) === "")) {
      mark(doc, writer, duplicates.kind, entry.id, asText(duplicates.said(entry)));
      deleteEntry(doc, duplicates.kind, entry.id, writer);
    }
  }
}

function bringBack<T extends Entry>(doc: CaseDoc, writer: Writer, { kind, said }: Duplicates<T>, entry: T): void {
  const before = foldedAs(doc, kind, entry.id);
  if (before === "" || before === APART) return;
  // It is shown: somebody restored it from the deleted entries, so it is wanted.
  if (entry.deletedAt !== null && before === asText(said(entry))) return;
  mark(doc, writer, kind, entry.id, APART);
  restoreEntry(doc, kind, entry.id);
}

/** Two phones that knew of different duplicates may each have hidden the one that the other kept. */
function keepOne(doc: CaseDoc, writer: Writer, kind: EntryKind, group: readonly Entry[]): void {
  const hidden = group.map(({ id }) => id).sort();
  const areFolded = hidden.every((id) => !["", APART].includes(foldedAs(doc, kind, id)));
  const [first] = hidden;
  if (!areFolded || first === undefined) return;
  mark(doc, writer, kind, first, APART);
  restoreEntry(doc, kind, first);
}

/** Of two that say the same, the one with the lower id stays: that does not depend on anyone's sorting. */
function foldsInto<T extends Entry>(said: (entry: T) => Statement, entry: T, other: T): boolean {
  if (entry.id === other.id || !saysNoMore(said(entry), said(other))) return false;
  return !saysNoMore(said(other), said(entry)) || other.id < entry.id;
}

function saysNoMore(entry: Statement, than: Statement): boolean {
  if (!entry.isSettled || !than.isSettled) return false;
  const isIn = (text: string, at: number) => {
    const known = linesOf(than.lines[at] ?? "");
    return linesOf(text).every((line) => known.includes(line));
  };
  return entry.one.every((value, at) => value === "" || value === than.one[at]) && entry.lines.every(isIn);
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function asText({ one, lines }: Statement): string {
  return JSON.stringify([one, lines]);
}

function foldedAs(doc: CaseDoc, kind: EntryKind, id: string): string {
  const entry = mapIn(rootMap(doc, kind), id);
  return entry ? readField(entry, FOLDED, "").value : "";
}

function mark(doc: CaseDoc, writer: Writer, kind: EntryKind, id: string, as: string): void {
  changeEntry(doc, kind, id, (entry) => writeField(entry, FOLDED, as, writer));
}

function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}
