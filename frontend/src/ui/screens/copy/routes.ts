// The addresses of copies: saving one of the open case, and opening one.
import type { Route } from "../../start/router";

export const copyRoutes: Route[] = [
  { pattern: "/case/copy", load: async () => (await import("./saveCopy")).SaveCopy },
  { pattern: "/copy", load: async () => (await import("./openCopy")).OpenCopy },
];
