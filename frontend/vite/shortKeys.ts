// Gives messages short keys in the built app: "tasks.emptyTitle" becomes "tasks.a_", in the words and where a screen
// writes the key out. A key that is put together at run time keeps its name: everything under the start of a template
// (`reasons.points.${point}`), every name behind a gap (`${list}.add`), and every group that names the fields of a kind.
// Sources, tests and the page in development keep the names.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

type Words = { [name: string]: Words | string };

const WORDS = /\/i18n\/en\/\w+\.json$/;
const SCREEN = /\/src\/ui\/.*\.tsx?$/;
const WRITTEN_OUT = /"([a-zA-Z][\w-]*(?:\.[\w-]+)+)"/g;
const START_OF_TEMPLATE = /`([a-zA-Z][\w-]*\.[\w.-]*)\$\{/g;
const BEHIND_A_GAP = /\}(\.[\w-]+)`/g;
// As the last argument of what names fields, or in the description of a page.
const GROUP_OF_FIELDS = /(?:(?:fieldsOf|FieldWords)\(\s*\w+,\s*\w+,|\bgroup:)\s*"([\w.]+)"/g;

export function shortKeys(): Plugin {
  let short = new Map<string, string>();
  return {
    name: "short-keys",
    apply: "build",
    enforce: "pre",
    configResolved({ root }) {
      short = shortened(read(join(root, "src/i18n/en"), /\.json$/), read(join(root, "src"), /\.tsx?$/));
    },
    transform(code, id) {
      if (WORDS.test(id)) return { code: JSON.stringify(renamed(JSON.parse(code), short)), map: null };
      return SCREEN.test(id) ? { code: withShortKeys(code, short), map: null } : null;
    },
  };
}

/** The short key of each key that is only ever written out whole. */
export function shortened(words: readonly string[], sources: readonly string[]): Map<string, string> {
  const isBuilt = builtAtRunTime(sources.join("\n"));
  const short = new Map<string, string>();
  for (const file of words) {
    const keys = keysOf(JSON.parse(file)).filter((key) => key.includes(".") && !isBuilt(key));
    for (const [nth, key] of keys.entries()) short.set(key, `${groupOf(key)}${nth.toString(36)}_`);
  }
  return short;
}

export function withShortKeys(code: string, short: ReadonlyMap<string, string>): string {
  return code.replace(WRITTEN_OUT, (whole, key: string) => (short.has(key) ? `"${short.get(key)}"` : whole));
}

export function renamed(words: Words, short: ReadonlyMap<string, string>, group = ""): Words {
  return Object.fromEntries(
    Object.entries(words).map(([name, word]) => {
      const key = group + name;
      const to = short.get(key) ?? key;
      return [to.slice(groupOf(to).length), isMessage(word) ? word : renamed(word, short, `${key}.`)];
    }),
  );
}

function builtAtRunTime(source: string): (key: string) => boolean {
  const found = (pattern: RegExp) => [...source.matchAll(pattern)].map(([, part = ""]) => part);
  const starts = [...found(START_OF_TEMPLATE), ...found(GROUP_OF_FIELDS).map((group) => `${group}.`)];
  const ends = found(BEHIND_A_GAP);
  return (key) => starts.some((start) => key.startsWith(start)) || ends.some((end) => key.endsWith(end));
}

function keysOf(words: Words, group = ""): string[] {
  return Object.entries(words).flatMap(([name, word]) =>
    isMessage(word) ? [group + name] : keysOf(word, `${group}${name}.`),
  );
}

/** One text, or one for each plural. */
function isMessage(word: Words | string): word is string {
  return typeof word === "string" || "other" in word;
}

function groupOf(key: string): string {
  return key.slice(0, key.lastIndexOf(".") + 1);
}

function read(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => wanted.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8"));
}
