// Each deliberate bug of recovery, copies, lost storage, sealed states and the app lock is caught by its story, which
// passes without it. Prints which story caught which.
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { type Bug, bugs } from "./bugs";

const frontend = resolve(import.meta.dirname, "../../..");
const vitest = resolve(frontend, "node_modules/vitest/vitest.mjs");
// Processes with a test each, on a machine that may be busy; a bug may also make a story hang.
const MOST_MS = 600_000;
const config = resolve(import.meta.dirname, "vitest.config.ts");

it("there are bugs of each part", () => {
  expect(bugs.length).toBeGreaterThanOrEqual(6);
  expect(new Set(bugs.map(({ name }) => name)).size).toBe(bugs.length);
});

it("without a bug every one of the stories passes", { timeout: MOST_MS }, async () => {
  const told = await outcomes(bugs.map(({ caughtBy }) => caughtBy));
  for (const { caughtBy } of bugs) expect(outcomeOf(caughtBy, told)).toBe("passed");
});

it.each(bugs.map((bug) => [bug.name, bug] as const))(
  "%s: is caught",
  { timeout: MOST_MS },
  async (name, { caughtBy }) => {
    expect(outcomeOf(caughtBy, await outcomes([caughtBy], name))).toBe("failed");
    process.stdout.write(`caught: ${name}\n    by: ${caughtBy.file}: ${caughtBy.story}\n`);
  },
);

type Story = Bug["caughtBy"];
type Report = { testResults: { name: string; assertionResults: { title: string; status: string }[] }[] };

/** Tells the stories in a process of their own. */
async function outcomes(stories: Story[], bug = ""): Promise<Report> {
  const files = [...new Set(stories.map(({ file }) => `tests/${file}`))];
  const names = stories.map(({ story }) => story.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const args = [vitest, "run", "--config", config, "--reporter=json", "--retry=0", "-t", `(${names})$`, ...files];
  const ran = promisify(execFile)(process.execPath, args, {
    cwd: frontend,
    env: { ...process.env, BUG: bug },
    maxBuffer: 100_000_000,
    timeout: MOST_MS,
    killSignal: "SIGKILL",
  });
  // A story that fails is what is wanted of most of these runs.
  const { stdout } = await ran.catch((error: { stdout: string }) => error);
  return JSON.parse(stdout.slice(stdout.indexOf("{"))) as Report;
}

function outcomeOf({ file, story }: Story, { testResults }: Report): string | undefined {
  const told = testResults
    .filter(({ name }) => name.endsWith(file))
    .flatMap(({ assertionResults }) => assertionResults);
  return told.find(({ title }) => title === story)?.status;
}
