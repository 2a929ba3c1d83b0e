// Every word that a person reads. A screen imports the words that it uses, `const t = messagesFrom(tasksWords,
// entriesWords)`, and they are bundled with it. Keys are typed from the JSON files: a key that no imported file holds
// does not compile. A message is a whole sentence with {places}; one with a count has a form for each plural of the
// language. A key is looked up on each use, never earlier, so that another language can replace these words. This
// module holds no app state and formats nothing but text, times and dates.

type Keys<T> = {
  [K in keyof T & string]: T[K] extends string ? K : keyof T[K] extends Intl.LDMLPluralRule ? K : `${K}.${Keys<T[K]>}`;
}[keyof T & string];

/** The keys of one or several files of words. */
export type KeyOf<Words> = Words extends unknown ? Keys<Words> : never;
export type Values = Record<string, string | number>;

export const language = "en";
const pluralRules = new Intl.PluralRules(language);

/**
 * Returns a function that gives the message of `key` with its places filled; `count` chooses the plural form. A key
 * that ends in a value written by a newer version of the app has no message here. The value itself is then shown, so
 * that the screen still works.
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

/** Whether a key that was built at run time has a message in `words`. */
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
