// Who may import whom (ARCHITECTURE.md). Everything not named here is an error.
const rooms = {
  ui: ["cases", "content", "domain", "exchange", "i18n", "sync/status"],
  cases: ["domain", "crypto", "storage", "protocol"],
  exchange: ["domain"],
  sync: ["storage", "protocol"],
  crypto: ["protocol"],
  storage: ["protocol"],
  domain: [],
  protocol: [],
  content: [],
  i18n: [],
  sw: ["content", "crypto", "protocol"],
};
const screens = "ui/|main\\.tsx?$";
const doors = {
  yjs: "domain/",
  idb: "storage/",
  preact: screens,
  "@preact/signals": screens,
  "lucide-preact": screens,
  "@noble/[^/]+": "crypto/",
  "workbox-[^/]+": "sw/",
};

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true, dependencyTypesNot: ["type-only"] } },
    { name: "not-resolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "unknown-room",
      severity: "error",
      from: { path: "^src/[^/]+/", pathNot: `^src/(${Object.keys(rooms).join("|")})/` },
      to: {},
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `${room}-imports-only-${allowed.join("-").replaceAll("/", ".") || "itself"}`,
      severity: "error",
      from: { path: `^src/${room}/` },
      to: { path: "^src/", pathNot: [`^src/${room}/`, ...allowed.map((to) => `^src/${to}(/|\\.ts)`)] },
    })),
    ...Object.entries(doors).map(([library, door]) => ({
      name: `one-door-for-${library.replaceAll(/[^a-z-]/g, "")}`,
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(${door})` },
      to: { path: `node_modules/${library}/` },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "default"],
    },
  },
};
