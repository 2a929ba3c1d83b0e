// Every word a person reads, by key. Keys are typed from the JSON files, so a missing one does not compile. The words that the
// first screen needs are in en/first.json; those of every other screen come with it: a module that says them imports
// words/<file>.
// A message is a whole sentence with {places}; one that counts has a form for each plural of the language.
// This module holds no state of the app and formats nothing but text, times and dates.
import first from "./en/first.json";
import type { LaterWords } from "./laterWords";

type Keys<T> = {
  [K in keyof T & string]: T[K] extends string ? K : keyof T[K] extends Intl.LDMLPluralRule ? K : `${K}.${Keys<T[K]>}`;
}[keyof T & string];

export type MessageKey = Keys<typeof first & LaterWords>;
export type Places = Record<string, string | number>;

export const language = "en";
const messages: Record<string, unknown> = { ...first };
const pluralRules = new Intl.PluralRules(language);

/**
 * The message of `key` with its places filled. `count` chooses the plural form. A key that ends with a value which a newer
 * version of the app wrote has no message here: the value itself is shown then, so that the screen still stands.
 */
export function t(key: MessageKey, places: Places = {}): string {
  const message = lookUp(key);
  return message === undefined ? key.slice(key.lastIndexOf(".") + 1) : fill(formOf(message, places.count), places);
}

/** Adds groups of messages, before the first screen that says them is drawn. */
export function addMessages(groups: Record<string, unknown>): void {
  Object.assign(messages, groups);
}

/** Whether a key that was put together at run time has a message. */
export function isMessageKey(key: string): key is MessageKey {
  const message = lookUp(key);
  return typeof message === "string" || (typeof message === "object" && message !== null && "other" in message);
}

function lookUp(key: string): unknown {
  let node: unknown = messages;
  for (const part of key.split(".")) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, part)) return undefined;
    node = Reflect.get(node, part);
  }
  return node;
}

function formOf(message: unknown, count: string | number | undefined): string {
  if (typeof message === "string") return message;
  if (typeof message !== "object" || message === null) throw new Error("no such message");
  const form: unknown = Reflect.get(message, pluralRules.select(Number(count))) ?? Reflect.get(message, "other");
  if (typeof form !== "string") throw new Error("a plural without the form “other”");
  return form;
}

function fill(form: string, places: Places): string {
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));
}
