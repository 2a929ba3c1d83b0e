// The cards in content/, read without the server: what a search needs of them.
import type { GuideCard } from "../../../src/content/bundle";
import { card } from "./fixture";

const files = import.meta.glob<string>("../../../../content/en/*/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

export const realCards: GuideCard[] = Object.entries(files)
  .map(([path, text]) => read(/\/([A-Z]\d)-/.exec(path)?.[1] ?? path, text))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

function read(id: string, file: string): GuideCard {
  const [, front = "", body = ""] = file.split(/^---$/m);
  const line = (name: string) => new RegExp(`^${name}: (.+)$`, "m").exec(front)?.[1] ?? "";
  return {
    ...card(id, line("title"), body, line("summary")),
    words: line("words")
      .replace(/^\[|\]$/g, "")
      .split(", "),
    do: [...front.matchAll(/^ {2}- text: (.+)\n(?: {4}screen: (.+)\n)?/gm)].map(([, text = "", screen = null]) => ({
      text,
      screen,
    })),
  };
}
