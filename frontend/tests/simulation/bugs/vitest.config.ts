// Runs tests with one bug planted in the app's source: BUG is its name. Without BUG, the same tests of the app as it is.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { bugs, planted } from "./bugs.ts";

const root = resolve(import.meta.dirname, "../../..");
const bug = bugs.find(({ name }) => name === process.env.BUG);

export default defineConfig({
  root,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: bug
    ? [
        {
          name: "deliberate-bug",
          enforce: "pre",
          load: (id) => (id === resolve(root, "src", bug.file) ? planted(bug, readFileSync(id, "utf8")) : null),
        },
      ]
    : [],
  test: { include: ["tests/**/*.test.ts"], testTimeout: 300_000 },
});
