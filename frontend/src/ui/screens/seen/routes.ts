// The addresses of who has seen what: the grid, and one cell of it.
import type { Route } from "../../start/route";

export const seenRoutes: Route[] = [
  { pattern: "/case/who-has-seen-what", load: async () => (await import("./whoHasSeenWhat")).WhoHasSeenWhat },
  { pattern: "/case/who-has-seen-what/:thing/:visit", load: async () => (await import("./cellPage")).CellPage },
];
