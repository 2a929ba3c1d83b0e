// How the front end is built and tested. No framework plugin: Vite's own transformer does the JSX.
// The service worker is built last, because it carries the list of every other built file.
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { compressedSiblings } from "./vite/compress.ts";
import { preloadFirstScreen } from "./vite/preload.ts";
import { serviceWorker } from "./vite/serviceWorker.ts";

// What nearly every screen needs comes in few files: on a slow network a request costs more than a kilobyte.
const togetherOnFirstLoad = [
  { name: "document", test: /src\/domain\/|node_modules\/(yjs|lib0|fractional-indexing)\// },
  { name: "parts", test: /src\/ui\/(components\/)?[^/]+$/, minShareCount: 3 },
  // The screens of a case but its first one.
  {
    name: "pages",
    test: /src\/ui\/screens\/(journal|case)\/(?!routes|home|decideByCard|stage|next|timeline|visitTime)/,
  },
];

export default defineConfig(({ command }) => ({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: {
    alias: command === "build" ? { "lib0/logging": resolve(import.meta.dirname, "vite/quietLogging.ts") } : {},
  },
  build: {
    target: "es2022",
    cssTarget: ["chrome111", "safari16", "firefox115"],
    cssCodeSplit: false,
    // The page names the files it needs at once; the list of what every screen needs would cost more than it saves.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed, { hostType }) => (hostType === "html" ? needed : []),
    },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: togetherOnFirstLoad } } },
  },
  plugins: [
    preloadFirstScreen(["/src/browserPhone.ts", "/src/ui/screens/case/home.tsx"]),
    serviceWorker(),
    compressedSiblings(),
  ],
  server: { host: "127.0.0.1", port: 8102, proxy: { "/api": "http://127.0.0.1:8000" } },
  test: { include: ["tests/**/*.test.{ts,tsx}"], environment: "node" },
}));
