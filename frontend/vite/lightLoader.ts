// Loads later screens with a plain import. Vite's own loader also fetches styles and names what a chunk needs; here one style
// sheet serves all screens and the page names its files itself, so that loader would be a kilobyte that does nothing.
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
