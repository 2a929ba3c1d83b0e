// Puts into index.html what is shown until the app has opened, and for good where it never does: in a browser that is
// too old, without JavaScript, or when something on the network answers instead of the app's files. The numbers are
// those built into the app itself. The app removes all of it when it opens.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

type Country = { name: string; emergency: { number: string }[] };
type Words = { title: string; text: string; emergency: string; page: string; again: string };

const PLACE = "<!-- until the app has opened -->";

export function plainWords(): Plugin {
  let root = "";
  return {
    name: "plain-words",
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: "pre",
      handler(html) {
        if (!html.includes(PLACE)) throw new Error("index.html has no place for the plain words");
        const { plain } = read<{ plain: Words }>(root, "src/i18n/en/plain.json");
        const { countries } = read<{ countries: Country[] }>(root, "src/content/builtIn/en.json");
        return html.replace(PLACE, () => plainHtml(plain, countries));
      },
    },
  };
}

function plainHtml({ title, text, emergency, page, again }: Words, countries: Country[]): string {
  return [
    `<main id="plain" class="plain"><h1>${escaped(title)}</h1><p>${escaped(text)}</p>`,
    `<p><a href="/">${escaped(again)}</a></p><p><a href="/plain">${escaped(page)}</a></p>`,
    `<p><strong>${escaped(emergency)}</strong></p><ul>`,
    ...countries.filter(({ emergency: lines }) => lines.length > 0).map(row),
    "</ul></main>",
  ].join("");
}

function row({ name, emergency }: Country): string {
  const numbers = [...new Set(emergency.map(({ number }) => number))];
  const calls = numbers.map((number) => `<a href="tel:${number.replaceAll(" ", "")}">${escaped(number)}</a>`);
  return `<li>${escaped(name)}: ${calls.join(", ")}</li>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function read<T>(root: string, file: string): T {
  return JSON.parse(readFileSync(join(root, file), "utf8"));
}
