// The addresses of the guide.
import type { Route } from "../../start/router";

export const guideRoutes: Route[] = [
  { pattern: "/guide", load: async () => (await import("./guide")).Guide },
  { pattern: "/guide/section/:id", load: async () => (await import("./section")).GuideSection },
  { pattern: "/guide/card/:id", load: async () => (await import("./card")).GuideCardScreen },
];
