// The address of the date to decide by.
import type { Route } from "../../start/router";

export const decideByRoutes: Route[] = [
  { pattern: "/case/decide-by", load: async () => (await import("./decideBy")).DecideByPage },
];
