// Leaves out of MiniSearch in the built app what nothing here uses: removing documents, storing the index, suggestions.
// A minifier cannot know that no one calls a method of a class. Tests and the development server keep the original. The
// build fails if a new version lacks one of these methods or calls one from elsewhere.
import type { Plugin, Rolldown } from "vite";

const LIBRARY = /\/minisearch\/dist\/es\/index\.js$/;

const LEFT_OUT = {
  MiniSearch: [
    ...["remove", "removeAll", "discard", "discardAll", "replace", "removeFieldLength"],
    ...["maybeAutoVacuum", "vacuum", "conditionalVacuum", "performVacuuming", "vacuumConditionsMet"],
    ...["isVacuuming", "dirtCount", "dirtFactor", "has", "getStoredFields", "documentCount", "termCount"],
    ...["loadJSON", "loadJSONAsync", "loadJS", "loadJSAsync", "instantiateMiniSearch", "toJSON"],
    ...["addAllAsync", "autoSuggest", "getDefault"],
  ],
  SearchableMap: ["clear", "forEach", "from", "fromObject"],
};

export function lightSearch(): Plugin {
  return {
    name: "light-search",
    apply: "build",
    transform: {
      filter: { id: LIBRARY },
      handler(code) {
        const cuts = methodsIn(this.parse(code)).toSorted((a, b) => b.start - a.start);
        const light = cuts.reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), code);
        for (const { name } of cuts)
          if (new RegExp(`\\b(?:this|MiniSearch|SearchableMap)\\.${name}\\b`).test(withoutComments(light)))
            throw new Error(`MiniSearch calls its own ${name}, which is left out`);
        return { code: light, map: null };
      },
    },
  };
}

type Node = { name: string; start: number; end: number };
type Program = ReturnType<Rolldown.PluginContext["parse"]>;

/** Where those methods are in the file. */
function methodsIn(program: Program): Node[] {
  return Object.entries(LEFT_OUT).flatMap(([library, names]) => {
    const inside = program.body.flatMap((node) =>
      node.type === "ClassDeclaration" && node.id?.name === library ? node.body.body : [],
    );
    return names.map((name) => {
      const method = inside.find((one) => one.type === "MethodDefinition" && nameOf(one.key) === name);
      if (method === undefined) throw new Error(`${library} has no ${name} any more`);
      return { name, start: method.start, end: method.end };
    });
  });
}

function nameOf(key: object): string {
  return "name" in key ? String(key.name) : "";
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "");
}
