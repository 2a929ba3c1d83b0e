import { describe, expect, it } from "vitest";
import { toolOf } from "../../../src/ui/screens/guide/tools";
import { NotHere } from "../../../src/ui/screens/notHere";
import { find } from "../../../src/ui/start/routes";

const cards = import.meta.glob<string>("../../../../content/en/*/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});
const idOf = (path: string) => /\/([A-Z]\d)-/.exec(path)?.[1] ?? path;
const screensIn = (card: string) => [...card.matchAll(/^ {4}screen: (.+)$/gm)].map(([, name]) => name ?? "");

describe("the cards of the guide", () => {
  it("are 28", () => {
    expect(Object.keys(cards).length).toBe(28);
  });

  it.each(Object.entries(cards).map(([path, card]) => [idOf(path), card] as const))(
    "%s names a tool, and every tool it names opens a screen that is there",
    async (_, card) => {
      const names = screensIn(card);
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        const tool = toolOf(name) ?? expect.fail(`no tool is called ${name}`);
        expect(await find(tool.href).load(), tool.href).not.toBe(NotHere);
      }
    },
  );
});
