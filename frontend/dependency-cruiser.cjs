// Who may import whom (ARCHITECTURE.md). Everything not named here is an error.
const folders = {
  ui: ["cases", "content", "domain", "formats", "i18n", "sync/status"],
  cases: ["domain", "crypto", "storage", "protocol"],
  formats: ["domain"],
  sync: ["storage", "protocol"],
  crypto: ["protocol"],
  storage: ["protocol"],
  domain: [],
  protocol: [],
  content: [],
  i18n: [],
  sw: ["content", "crypto", "protocol"],
};
// What the first screen loads. "start" is the frame and what every screen is built from, and what every screen needs; the way
// of the case, "home", comes with it. Anything else is loaded when it is needed.
const routes = "^src/ui/screens/[^/]+/routes\\.ts$";
const first = {
  start: { from: "^src/(main\\.tsx$|ui/start/)", to: ["^src/ui/styles/", routes, "^src/i18n/en/frame\\.json$"] },
  home: { from: "^src/ui/screens/home/", to: ["^src/ui/screens/home/", "^src/i18n/en/(frame|home)\\.json$"] },
  routes: { from: routes, to: [] },
};
// What every folder may use.
const everywhere = ["^src/promises\\.ts$"];
const screens = "ui/|main\\.tsx?$";
const doors = {
  yjs: "domain/",
  idb: "storage/",
  valibot: "(protocol|sync|cases|content)/",
  preact: screens,
  "@preact/signals": screens,
  "lucide-preact": screens,
  "@noble/[^/]+": "crypto/",
};

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true, dependencyTypesNot: ["type-only"] } },
    { name: "not-resolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "unknown-folder",
      severity: "error",
      from: { path: "^src/[^/]+/", pathNot: `^src/(${Object.keys(folders).join("|")})/` },
      to: {},
    },
    ...Object.entries(folders).map(([folder, allowed]) => ({
      name: `${folder}-imports-only-${allowed.join("-").replaceAll("/", ".") || "itself"}`,
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: { path: "^src/", pathNot: [`^src/${folder}/`, ...everywhere, ...allowed.map((to) => `^src/${to}(/|\\.ts)`)] },
    })),
    {
      name: "only-sharing-knows-of-sharing",
      severity: "error",
      from: { path: "^src/cases/(documents|keys)/" },
      to: { path: "^src/cases/sharing/" },
    },
    ...Object.entries(first).map(([name, { from, to }]) => ({
      name: `${name}-imports-only-start`,
      severity: "error",
      from: { path: from },
      to: {
        path: "^src/(ui|i18n/en)/",
        pathNot: ["^src/ui/start/", ...to],
        dependencyTypesNot: ["dynamic-import", "type-only"],
      },
    })),
    {
      name: "words-that-nobody-says",
      severity: "error",
      from: { orphan: true, path: "^src/i18n/en/", pathNot: "/plain\\.json$" },
      to: {},
    },
    ...Object.entries(doors).map(([library, door]) => ({
      name: `one-door-for-${library.replaceAll(/[^a-z-]/g, "")}`,
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(${door})` },
      to: { path: `node_modules/${library}/` },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    extraExtensionsToScan: [".json"],
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "default"],
    },
  },
};
