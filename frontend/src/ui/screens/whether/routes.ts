// The address of the self-check.
import type { Route } from "../../start/route";

export const whetherRoutes: Route[] = [
  { pattern: "/case/should-i-ask", load: async () => (await import("./whether")).Whether },
];
