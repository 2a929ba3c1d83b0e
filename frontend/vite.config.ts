// How the front end is built and tested. No framework plugin: Vite's own transformer does the JSX.
// The service worker is built last, because it carries the list of every other built file.
import { defineConfig } from "vitest/config";
import { compressedSiblings } from "./vite/compress";
import { serviceWorker } from "./vite/serviceWorker";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    cssTarget: ["chrome111", "safari16", "firefox115"],
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
  plugins: [serviceWorker(), compressedSiblings()],
  server: { host: "127.0.0.1", port: 8102, proxy: { "/api": "http://127.0.0.1:8000" } },
  test: { include: ["tests/**/*.test.{ts,tsx}"], environment: "node" },
});
