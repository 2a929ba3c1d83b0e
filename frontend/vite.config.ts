// How the front end is built and tested. No framework plugin: Vite's own transformer does the JSX.
// The service worker is built last, because it carries the list of every other built file.
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { compressedSiblings } from "./vite/compress.ts";
import { lightLoader } from "./vite/lightLoader.ts";
import { plainWords } from "./vite/plainWords.ts";
import { preloadFirstScreen } from "./vite/preload.ts";
import { serviceWorker } from "./vite/serviceWorker.ts";

// What the first screen needs comes in few files: on a slow network a request costs more than a kilobyte. So do the
// screens that come later, grouped by when they are used. The first group that fits takes a module.
const firstDomain = [
  "document|updates|entries|kind|keyring|people|journey|facts|visitFacts|asking|chosen|letterFacts|guard|days|decideBy|names|verdicts|decisions|questionEntries|requestEntries",
  "notes|records|medicines|consultations|concerns|opinionEntries|tasks",
].join("|");
const firstParts = [
  "app|announce|core|services|route|router|routes|undo|onlyHere|useCase|useBook|useLibrary|localNow|openCase|settings|install",
  "statusText|isolate|deviceStorage|clockOfCountry|screens/case/warningText",
  "components/(afterPaint|screen|nav|statusLine|undoBar|icon|card|rows|caseGate|button|columns)",
].join("|");
const firstIcons = "chevron-down|plus|folder-open|smartphone";
const helpIcons = "phone|check|message-square|pencil";
const groups = [
  {
    name: "document",
    test: new RegExp(`src/domain/(${firstDomain})\\.ts$|node_modules/(yjs|lib0)/`),
  },
  { name: "rules", test: /src\/domain\// },
  {
    name: "parts",
    test: new RegExp(
      `src/ui/(${firstParts})\\.(tsx?|css)$|src/protocol/timeLimit|lucide-preact/dist/esm/icons/(${firstIcons})\\.`,
    ),
  },
  // Alone in its file with all that it needs beyond the first screen: no other screen's file may keep it from standing.
  {
    name: "help",
    test: new RegExp(`src/ui/screens/help/|src/content/(helpNow|builtIn)|help\\.(json|ts)$|icons/(${helpIcons})\\.`),
  },
  { name: "forms", test: /src\/ui\/(components\/)?[^/]+\.tsx?$/, minShareCount: 2 },
  {
    name: "pages",
    test: /src\/ui\/screens\/(journal|case|questions|visits)\/(?!routes|home|decideByCard|stage|next|near|timeline)/,
  },
  {
    name: "prepare",
    test: /src\/ui\/screens\/(whether|records|health|summary|specialists)\/(?!routes)/,
  },
  {
    name: "weigh",
    test: /src\/ui\/screens\/(opinions|decide|seen|tasks|timeline)\/(?!routes)/,
  },
];

export default defineConfig(({ command }) => ({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: {
    alias: command === "build" ? { "lib0/logging": resolve(import.meta.dirname, "vite/quietLogging.ts") } : {},
  },
  build: {
    target: "es2022",
    minify: "terser",
    cssTarget: ["chrome111", "safari16", "firefox115"],
    cssCodeSplit: false,
    // The page names the files it needs at once; the list of what every screen needs would cost more than it saves.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed, { hostType }) => (hostType === "html" ? needed : []),
    },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  plugins: [
    plainWords(),
    preloadFirstScreen(["/src/browserPhone.ts", "/src/ui/screens/case/home.tsx"]),
    lightLoader(),
    serviceWorker(),
    compressedSiblings(),
  ],
  server: { host: "127.0.0.1", port: 8102, proxy: { "/api": "http://127.0.0.1:8000" } },
  test: { include: ["tests/**/*.test.{ts,tsx}"], environment: "node" },
}));
