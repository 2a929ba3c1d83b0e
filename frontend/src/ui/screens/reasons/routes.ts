// The address of the reasons to ask.
import type { Route } from "../../start/router";

export const reasonRoutes: Route[] = [
  { pattern: "/case/reasons", load: async () => (await import("./reasons")).Reasons },
  { pattern: "/case/reasons/:step", load: async () => (await import("./reasons")).Reasons },
];
