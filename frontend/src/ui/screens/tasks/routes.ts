// The addresses of what there is to do.
import type { Route } from "../../start/router";

export const taskRoutes: Route[] = [
  { pattern: "/case/tasks", load: async () => (await import("./tasks")).Tasks },
  { pattern: "/case/tasks/:id", load: async () => (await import("./task")).TaskPage },
];
