// Leaves out of MiniSearch, Yjs and qr in the built app what nothing here uses. A minifier cannot know that no one calls a
// method of a class. Tests and the development server keep the originals; the browser's stories run without these parts.
// The build fails if a new version lacks one of them, or if what is left of its class calls it.
import type { Plugin, Rolldown } from "vite";

/** `replaced`: constants, and functions of which only the name is left. */
type Library = { file: RegExp; methods?: Record<string, string[]>; replaced: Record<string, string> };

const miniSearch: Library = {
  file: /\/minisearch\/dist\/es\/index\.js$/,
  methods: {
    MiniSearch: [
      ...["remove", "removeAll", "discard", "discardAll", "replace", "removeFieldLength"],
      ...["maybeAutoVacuum", "vacuum", "conditionalVacuum", "performVacuuming", "vacuumConditionsMet"],
      ...["isVacuuming", "dirtCount", "dirtFactor", "has", "getStoredFields", "documentCount", "termCount"],
      ...["loadJSON", "loadJSONAsync", "loadJS", "loadJSAsync", "instantiateMiniSearch", "toJSON"],
      ...["addAllAsync", "autoSuggest", "getDefault"],
    ],
    SearchableMap: ["clear", "forEach", "from", "fromObject"],
  },
  replaced: {},
};

// A case holds maps and plain text. Nobody writes XML, so a row that holds some is refused, as any row that cannot be
// read; lists of a foreign row are still read, and never changed.
const refused = "() => { throw new Error('XML'); }";
const yjs: Library = {
  file: /\/yjs\/dist\/yjs\.mjs$/,
  methods: {
    Doc: ["load", "getSubdocs", "getSubdocGuids", "getXmlElement", "getXmlFragment", "getArray", "toJSON"],
    YText: [
      ...["clone", "applyDelta", "toDelta", "format", "insertEmbed"],
      ...["removeAttribute", "setAttribute", "getAttribute", "getAttributes"],
    ],
    YTextEvent: ["changes", "delta"],
    YArray: ["from", "clone", "push", "unshift", "delete", "get", "slice", "forEach"],
    YMap: ["clone", "clear"],
  },
  replaced: {
    readYXmlElement: refused,
    readYXmlFragment: refused,
    readYXmlHook: refused,
    readYXmlText: refused,
  },
};

// The app draws a code itself, from its dots.
const notDrawn = "() => { throw new Error('not drawn'); }";
const qr: Library = {
  file: /\/qr\/index\.js$/,
  replaced: {
    renderAscii: notDrawn,
    renderTerm: notDrawn,
    renderSvg: notDrawn,
    renderGif: notDrawn,
    gifDataUrl: notDrawn,
  },
};

export function lightLibraries(): Plugin[] {
  return [lighten(miniSearch), lighten(yjs), lighten(qr)];
}

type Cut = { start: number; end: number; by: string };
type Program = ReturnType<Rolldown.PluginContext["parse"]>;

function lighten({ file, methods = {}, replaced }: Library): Plugin {
  return {
    name: "light-library",
    apply: "build",
    transform: {
      filter: { id: file },
      handler(code) {
        const program = this.parse(code);
        const cuts = Object.entries(methods).flatMap(([name, leftOut]) => methodsIn(program, code, name, leftOut));
        return { code: cutOut(code, [...cuts, ...replacedIn(program, replaced)]), map: null };
      },
    },
  };
}

function cutOut(code: string, cuts: Cut[]): string {
  return cuts
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end, by }) => left.slice(0, start) + by + left.slice(end), code);
}

/** Where those methods of a class are in the file. */
function methodsIn(program: Program, code: string, name: string, leftOut: string[]): Cut[] {
  const inside = program.body.flatMap((node) =>
    node.type === "ClassDeclaration" && node.id?.name === name ? node.body.body : [],
  );
  const named = inside.flatMap((member) => ("key" in member ? [{ ...member, name: nameOf(member.key) }] : []));
  const kept = named.filter((member) => !leftOut.includes(member.name));
  const left = kept.map(({ start, end }) => code.slice(start, end)).join("\n");
  return leftOut.map((one) => {
    const method = named.find((member) => member.name === one);
    if (method === undefined) throw new Error(`${name} has no ${one} any more`);
    if (new RegExp(`\\bthis\\.${one}\\b`).test(withoutComments(left))) throw new Error(`${name} calls its own ${one}`);
    return { start: method.start, end: method.end, by: "" };
  });
}

/** Where the values of those constants, and those functions, are in the file. */
function replacedIn(program: Program, replaced: Record<string, string>): Cut[] {
  const constants = program.body.flatMap((node) => (node.type === "VariableDeclaration" ? node.declarations : []));
  const functions = program.body.flatMap((node) => (node.type === "FunctionDeclaration" ? [node] : []));
  return Object.entries(replaced).map(([name, by]) => {
    const made = functions.find(({ id }) => id?.name === name);
    if (made) return { start: made.start, end: made.end, by: `const ${name} = ${by};` };
    const value = constants.find(({ id }) => nameOf(id) === name)?.init;
    if (!value) throw new Error(`There is no ${name} any more`);
    return { start: value.start, end: value.end, by };
  });
}

function nameOf(key: object): string {
  return "name" in key ? String(key.name) : "";
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "");
}
