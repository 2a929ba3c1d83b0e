// Lists the chunks of the first screen in index.html, so that a phone requests them all at once: on a slow link each
// further round trip costs more than the bytes.
import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

export function preloadFirstScreen(modules: string[]): Plugin {
  return {
    name: "preload-first-screen",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === "chunk");
        const first = modules.map((module) => chunkOf(chunks, module));
        const files = new Set(first.flatMap((chunk) => [chunk.fileName, ...chunk.imports]));
        // The entry and its imports are listed already.
        const named = chunks.filter((chunk) => chunk.isEntry).flatMap((chunk) => [chunk.fileName, ...chunk.imports]);
        for (const file of named) files.delete(file);
        return [...files].sort().map(tagFor);
      },
    },
  };
}

function chunkOf(chunks: Rolldown.OutputChunk[], module: string): Rolldown.OutputChunk {
  const found = chunks.find((chunk) => chunk.moduleIds.some((id) => id.endsWith(module)));
  if (!found) throw new Error(`no chunk holds ${module}`);
  return found;
}

function tagFor(file: string): HtmlTagDescriptor {
  return { tag: "link", attrs: { rel: "modulepreload", crossorigin: true, href: `/${file}` }, injectTo: "head" };
}
