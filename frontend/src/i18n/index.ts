// Every word a person reads. A screen imports the words that it says, `const t = messagesFrom(tasksWords, entriesWords)`, and
// they come with it. Keys are typed from the JSON files: one that no imported file holds does not compile.
// A message is a whole sentence with {places}; one that counts has a form for each plural of the language. What a key means is
// looked up when it is said, never before, so that the words of another language can be laid over these ones.
// This module holds no state of the app and formats nothing but text, times and dates.

type Keys<T> = {
  [K in keyof T & string]: T[K] extends string ? K : keyof T[K] extends Intl.LDMLPluralRule ? K : `${K}.${Keys<T[K]>}`;
}[keyof T & string];

/** The keys of a file of words, or of several. */
export type KeyOf<Words> = Words extends unknown ? Keys<Words> : never;
export type Values = Record<string, string | number>;

export const language = "en";
const pluralRules = new Intl.PluralRules(language);

/**
 * The function that says the messages of these files: the one of `key` with its places filled, where `count` chooses the plural
 * form. A key that ends with a value which a newer version of the app wrote has no message here: the value itself is shown
 * then, so that the screen still stands.
 */
// @__NO_SIDE_EFFECTS__
export function messagesFrom<Words extends object[]>(
  ...words: Words
): (key: KeyOf<Words[number]>, values?: Values) => string {
  return (key, values = {}) => {
    const message = lookUp(words, key);
    return message === undefined ? key.slice(key.lastIndexOf(".") + 1) : fill(formOf(message, values.count), values);
  };
}

/** Whether a key that was put together at run time has a message in `words`. */
export function isKeyOf<Words extends object>(words: Words, key: string): key is KeyOf<Words> {
  const message = lookUp([words], key);
  return typeof message === "string" || (typeof message === "object" && message !== null && "other" in message);
}

function lookUp(words: object[], key: string): unknown {
  const [group = "", ...parts] = key.split(".");
  let node: unknown = words.find((file) => Object.hasOwn(file, group));
  for (const part of [group, ...parts]) {
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

function fill(form: string, values: Values): string {
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
