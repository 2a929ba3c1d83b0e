// Notes as the journal shows them: by day, within the day by visit, the newest first. Pure.
import type { Note } from "../../../domain/notes";
import { localDay } from "../../../i18n/dates";

export type Group = { key: string; day: string; visit: string | null; notes: Note[] };

/** `newestFirst` as notes() gives them. Days are those of the phone's own zone. */
export function grouped(newestFirst: readonly Note[]): Group[] {
  const groups = new Map<string, Group>();
  for (const note of newestFirst) {
    const day = localDay(new Date(note.createdAt));
    const visit = note.consultation.value;
    const key = `${day} ${visit ?? ""}`;
    const group = groups.get(key) ?? { key, day, visit, notes: [] };
    group.notes.push(note);
    groups.set(key, group);
  }
  // Two visits of one day may alternate note by note; each keeps one place, and days stay whole.
  return [...groups.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
