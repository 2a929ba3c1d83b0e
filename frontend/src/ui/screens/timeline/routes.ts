// The address of the case as a line of days.
import type { Route } from "../../start/router";

export const timelineRoutes: Route[] = [
  { pattern: "/case/timeline", load: async () => (await import("./timeline")).Timeline },
];
