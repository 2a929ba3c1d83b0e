// Loads later screens with a plain import. Vite's own loader also fetches styles and lists what a chunk needs. Here one
// style sheet serves all screens and the page lists its files itself, so that loader would be a useless kilobyte.
import type { Plugin } from "vite";

const LOADER = /^\0vite\/preload-helper\.js$/;

export function lightLoader(): Plugin {
  return {
    name: "light-loader",
    apply: "build",
    enforce: "pre",
    load: { filter: { id: LOADER }, handler: () => "export const __vitePreload = (load) => load();" },
  };
}
