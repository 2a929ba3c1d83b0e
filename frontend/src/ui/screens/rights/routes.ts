// The address of the rights.
import type { Route } from "../../start/router";

export const rightsRoutes: Route[] = [
  { pattern: "/case/rights", load: async () => (await import("./rights")).RightsScreen },
];
