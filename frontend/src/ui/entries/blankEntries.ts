// Remembers, beside the case, entries that were begun and never written into. After a reload or a killed app no screen
// is left to take them back, and a blank one would stay in lists and counts for good. Stored: case, kind, id and a
// fingerprint of what the entry held when it was begun; never a word. An entry that holds anything else by now is left
// alone, and so is one whose form is open.
import type { OpenCase } from "../../cases/documents/book";
import { contentOf, deleteEntry, type EntryKind, entryKinds } from "../../domain/case/entries";
import type { Settings } from "../start/settings";

type Begun = { caseId: string; kind: EntryKind; id: string; held: number };
type Keeping = Pick<Settings, "recall" | "keep">;

const NAME = "blankEntries";
const MOST = 50;

const openForms = new Map<string, () => void>();

export function rememberBlank(settings: Keeping, { id: caseId, doc }: OpenCase, kind: EntryKind, id: string): void {
  write(settings, [...others(settings, id), { caseId, kind, id, held: fingerprint(contentOf(doc, kind, id)) }]);
  // Held while the form is open. The browser releases it when the page ends, however it ends.
  void navigator.locks?.request(lockOf(id), () => new Promise<void>((letGo) => openForms.set(id, letGo)));
}

export function forgetBlank(settings: Keeping, id: string): void {
  openForms.get(id)?.();
  openForms.delete(id);
  if (read(settings).some((one) => one.id === id)) write(settings, others(settings, id));
}

/**
 * Deletes what an ended page began in this case, if it is unchanged, except for the entry on screen. Waits for a form
 * that is open elsewhere, and for a page that is just closing.
 */
export function takeBackBlanks(settings: Keeping, opened: OpenCase, address: () => string): void {
  for (const { caseId, id } of read(settings)) {
    if (caseId !== opened.id) continue;
    const look = () => takeBack(settings, opened, id, address());
    if (navigator.locks) void navigator.locks.request(lockOf(id), look);
    else look();
  }
}

function takeBack(settings: Keeping, { doc, writer }: OpenCase, id: string, address: string): void {
  const begun = read(settings).find((one) => one.id === id);
  if (!begun || address.includes(id)) return;
  if (fingerprint(contentOf(doc, begun.kind, id)) === begun.held) deleteEntry(doc, begun.kind, id, writer);
  forgetBlank(settings, id);
}

function lockOf(id: string): string {
  return `second-look-form-${id}`;
}

function others(settings: Keeping, id: string): Begun[] {
  return read(settings).filter((one) => one.id !== id);
}

function read(settings: Keeping): Begun[] {
  try {
    const stored: unknown = JSON.parse(settings.recall(NAME) || "[]");
    return Array.isArray(stored) ? stored.filter(isBegun) : [];
  } catch {
    return [];
  }
}

function write(settings: Keeping, all: Begun[]): void {
  settings.keep(NAME, all.length === 0 ? "" : JSON.stringify(all.slice(-MOST)));
}

function isBegun(value: unknown): value is Begun {
  if (typeof value !== "object" || value === null) return false;
  const { caseId, kind, id, held }: Partial<Record<keyof Begun, unknown>> = value;
  const isNamed = typeof caseId === "string" && typeof id === "string" && typeof held === "number";
  return isNamed && entryKinds.some((one) => one === kind);
}

/** FNV-1a, 32 bits: detects a change, and neither hides nor proves anything. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
