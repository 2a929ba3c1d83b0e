// The address of the page that says whose case it is.
import type { Route } from "../../start/router";

export const helpingRoutes: Route[] = [
  { pattern: "/case/helping", load: async () => (await import("./helping")).HelpingPage },
];
