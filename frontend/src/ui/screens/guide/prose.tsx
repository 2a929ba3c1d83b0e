// The body of a card, rebuilt from the few elements that a card may contain: no other HTML reaches the page, whoever
// wrote it. The same list as TAGS in backend/content/render.py, which cleans it first. Nothing here writes HTML into
// the page.
import { type ComponentChildren, h } from "preact";
import { useMemo } from "preact/hooks";

const elements = "p ul ol li strong em a h2 h3 blockquote br".split(" ");
const unspoken = ["script", "style"];

export function Prose({ html }: { html: string }) {
  const built = useMemo(() => builtFrom(new DOMParser().parseFromString(html, "text/html").body), [html]);
  return <div class="prose">{built}</div>;
}

/** Of an unknown element, only its text is kept. */
function builtFrom(parent: Node): ComponentChildren[] {
  return Array.from(parent.childNodes, (child) => {
    if (child instanceof Text) return child.data;
    const name = child.nodeName.toLowerCase();
    if (!(child instanceof Element) || unspoken.includes(name)) return null;
    if (!elements.includes(name)) return builtFrom(child);
    const href = child.getAttribute("href");
    return h(name, name === "a" && href?.startsWith("https://") ? { href } : null, builtFrom(child));
  });
}
