// The addresses of who has seen what: the grid, and one cell of it.
import type { Route } from "../../start/router";

export const seenRoutes: Route[] = [
  { pattern: "/case/seen", load: async () => (await import("./seen")).Seen },
  { pattern: "/case/seen/:item/:visit", load: async () => (await import("./cellPage")).CellPage },
];
