// Fields of an event as the domain needs them: known words, ids of entries written before, only the fields that are
// there.
import type { OpenCase } from "../../src/cases/documents/book";
import { type Event, field } from "./story";

export type Ids = Map<string, string>;
/** Writes one event and returns the id of the entry, or "" when the event makes none. */
export type Teller = (opened: OpenCase, event: Event, ids: Ids) => string;

/** The entry that the field `name` points to by its key; null when the event has no such field. */
export function idOf(event: Event, name: string, ids: Ids): string | null {
  const key = field(event, name);
  return key === "" ? null : known(key, ids);
}

/** The entries that the field `name` points to, keys separated by spaces. */
export function idsOf(event: Event, name: string, ids: Ids): string[] {
  return field(event, name)
    .split(" ")
    .filter((key) => key !== "")
    .map((key) => known(key, ids));
}

export function given<Name extends string>(event: Event, ...names: Name[]): { [name in Name]?: string } {
  const fields: { [name in Name]?: string } = {};
  for (const name of names) {
    const value = event.fields.get(name);
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

export function oneOf<T extends string>(words: readonly T[], word: string): T {
  const found = words.find((one) => one === word);
  if (found === undefined) throw new Error(`${word} is none of ${words.join(", ")}`);
  return found;
}

function known(key: string, ids: Ids): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`nothing was called ${key} before`);
  return id;
}
