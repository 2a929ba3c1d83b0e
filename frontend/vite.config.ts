// How the front end is built and tested. No framework plugin: Vite's own transformer does the JSX.
// The service worker is built last, because it carries the list of every other built file.
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { compressedSiblings } from "./vite/compress.ts";
import { lightLibraries } from "./vite/lightLibraries.ts";
import { lightLoader } from "./vite/lightLoader.ts";
import { plainWords } from "./vite/plainWords.ts";
import { preloadFirstScreen } from "./vite/preload.ts";
import { serviceWorker } from "./vite/serviceWorker.ts";
import { shortKeys } from "./vite/shortKeys.ts";
import { smallest } from "./vite/smallest.ts";

// A group takes the modules of its folders and all that they import; the first group that matches takes a module. The
// first two are what the first screen needs, in few files: on a slow network a request costs more than a kilobyte.
// Help has its own file with everything else it needs: no other screen's file may keep it from opening. The rest is
// grouped by when it is used, in files that are not too small: each costs its own dictionary and its own hash.
const groups = [
  group("frame", "src/(main.tsx|ui/start/)"),
  group("home", "src/(ui/screens/home/|browserPhone.ts)"),
  group("phoneSync", "src/(phoneSync.ts|sync/|cases/sharing/|content/shape.ts|storage/freeSpace.ts)"),
  group("help", "src/ui/screens/help/"),
  {
    ...group(
      "shared",
      "src/domain/(?!copy/|recoveryCode/)|src/ui/(components|entries|text)/|lucide-preact/|src/(i18n|content)/[^/]+$",
    ),
    minShareCount: 2,
  },
  group("more", "src/ui/screens/(guide|rights|more|search)/"),
  group("trouble", "src/ui/screens/trouble/(?!gone)"),
  group("case", "src/ui/screens/(?!accidents/|appLock/|copy/|recoveryCode/|trouble/)"),
  group(
    "rescue",
    "src/(ui/screens|domain|cases)/(accidents|appLock|copy|recoveryCode)/|src/ui/screens/trouble/gone|src/crypto/(passphrase|lockKey|passkey)",
  ),
];

function group(name: string, folders: string): { name: string; test: RegExp } {
  return { name, test: new RegExp(`/(${folders})`) };
}

// Parts of libraries that nothing here uses.
const lighter = [
  { find: "lib0/logging", replacement: resolve(import.meta.dirname, "vite/quietLogging.ts") },
  { find: /^\.\.\/createLucideIcon\.mjs$/, replacement: resolve(import.meta.dirname, "vite/lightIcons.ts") },
];

export default defineConfig(({ command }) => ({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: {
    alias: command === "build" ? lighter : [],
  },
  build: {
    target: "es2022",
    minify: "terser",
    terserOptions: smallest,
    cssTarget: ["chrome111", "safari16", "firefox115"],
    cssCodeSplit: false,
    // The page itself names the files it needs at once; a list for every screen would cost more than it saves.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed, { hostType }) => (hostType === "html" ? needed : []),
    },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  plugins: [
    shortKeys(),
    plainWords(),
    preloadFirstScreen(["/src/browserPhone.ts", "/src/ui/screens/home/home.tsx"]),
    lightLoader(),
    lightLibraries(),
    serviceWorker(),
    compressedSiblings(),
  ],
  server: { host: "127.0.0.1", port: 8102, proxy: { "/api": "http://127.0.0.1:8000" } },
  // A test that hangs is stopped; one on a busy machine does not fail for being slow.
  test: { include: ["tests/**/*.test.{ts,tsx}"], environment: "node", testTimeout: 120_000, hookTimeout: 120_000 },
}));
