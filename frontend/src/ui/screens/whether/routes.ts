// The address of the self-check.
import type { Route } from "../../route";

export const whetherRoutes: Route[] = [
  { pattern: "/case/should-i-ask", load: async () => (await import("./whether")).Whether },
];
