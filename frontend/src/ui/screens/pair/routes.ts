// The addresses of pairing: a person's own phones, and the phone that joins them.
import type { Route } from "../../start/router";

export const pairRoutes: Route[] = [
  { pattern: "/more/phones", load: async () => (await import("./phones")).Phones },
  { pattern: "/pair", load: async () => (await import("./pair")).Pair },
];
