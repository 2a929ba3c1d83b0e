// Notes and answers as the journal shows them: by day, within the day by visit, the newest first. Pure.
import type { JournalLine } from "../../../domain/journal/journalLines";
import { dayOfInstant } from "../../../i18n/dates";

export type Group = { key: string; day: string; visit: string | null; lines: JournalLine[] };

/** `newestFirst` as journalLines() gives them. Days are those on which the lines were written, where that is known. */
export function grouped(newestFirst: readonly JournalLine[]): Group[] {
  const groups = new Map<string, Group>();
  for (const line of newestFirst) {
    const day = dayOfInstant(line.at);
    const key = `${day} ${line.visit ?? ""}`;
    const group = groups.get(key) ?? { key, day, visit: line.visit, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  // Two visits of one day may alternate line by line; each keeps one place, and days stay whole.
  return [...groups.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
