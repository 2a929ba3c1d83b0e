// The address of the rights.
import type { Route } from "../../start/route";

export const rightsRoutes: Route[] = [
  { pattern: "/case/rights", load: async () => (await import("./rights")).RightsScreen },
];
