import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Theme = Map<string, { light: string; dark: string }>;

const css = readFileSync(new URL("../../../src/ui/styles/tokens.css", import.meta.url), "utf8");

function theme(selector: string, under: Theme = new Map()): Theme {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("}", start));
  const found: Theme = new Map(under);
  for (const [, name = "", value = ""] of block.matchAll(/--([\w-]+): ([^;]+);/g)) {
    const pair = /light-dark\((#\w{6}), (#\w{6})\)/.exec(value);
    const light = pair?.[1] ?? value;
    found.set(name, { light, dark: pair?.[2] ?? light });
  }
  return found;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const text = [
  ["ink", "paper"],
  ["ink", "surface"],
  ["ink", "soft"],
  ["ink-quiet", "paper"],
  ["ink-quiet", "surface"],
  ["ink-quiet", "soft"],
  ["accent", "paper"],
  ["accent", "surface"],
  ["accent", "soft"],
  ["on-accent", "accent"],
  ["amber-ink", "amber"],
  ["paper", "ink"],
  ["alarm", "paper"],
  ["on-alarm", "alarm-ground"],
] as const;
const controls = [
  ["edge", "paper"],
  ["edge", "surface"],
] as const;

describe.each([
  ["the ordinary colours", theme(":root")],
  ["high contrast by choice", theme(':root[data-theme="contrast"]', theme(":root"))],
  ["high contrast by the phone", theme(":root:not([data-theme])", theme(":root"))],
])("%s", (_name, tokens) => {
  const ratio = (of: string, on: string, mode: "light" | "dark") =>
    contrast(tokens.get(of)?.[mode] ?? "missing", tokens.get(on)?.[mode] ?? "missing");

  it.each(["light", "dark"] as const)("give text 7 to 1 and controls 4.5 to 1, %s", (mode) => {
    for (const [of, on] of text) expect(ratio(of, on, mode), `${of} on ${on}`).toBeGreaterThanOrEqual(7);
    for (const [of, on] of controls) expect(ratio(of, on, mode), `${of} on ${on}`).toBeGreaterThanOrEqual(4.5);
  });
});

describe("measuring contrast", () => {
  it("knows black on white, and that a missing colour is no contrast", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("missing", "#ffffff")).toBeNaN();
  });
});
