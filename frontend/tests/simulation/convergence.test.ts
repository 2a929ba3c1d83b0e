// Whatever happens, in whatever order: the phones converge, and nothing that was called saved is lost.
// A failure prints its seed and the shortest story; run it again with SIMULATION_SEED.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Step, Story, step } from "./randomStories";

const RUNS = Number(process.env.SIMULATION_RUNS ?? 40);
const SEED = process.env.SIMULATION_SEED === undefined ? {} : { seed: Number(process.env.SIMULATION_SEED) };

async function told(deeds: Step[], third: "own" | "companion"): Promise<void> {
  const story = new Story(third);
  await story.begin();
  for (const next of deeds) await story.play(next);
  const [first, ...others] = await story.end();
  for (const other of others) expect(other).toBe(first);
  for (const word of story.saved) expect(first).toContain(word);
}

async function tellMany(third: "own" | "companion", numRuns: number): Promise<void> {
  const stories = fc.array(step, { minLength: 5, maxLength: 40 });
  const property = fc.asyncProperty(stories, (deeds) => told(deeds, third));
  await fc.assert(property, { numRuns, verbose: 1, endOnFailure: false, ...SEED });
}

describe("any story", () => {
  it("ends with every phone showing the same, and every saved word", { timeout: 240_000 }, async () => {
    await tellMany("own", RUNS);
  });

  it("D3: ends so too when one of the phones is a companion's", { timeout: 240_000 }, async () => {
    await tellMany("companion", Math.ceil(RUNS / 2));
  });
});
