// The addresses of More and of pairing.
import type { Route } from "../../start/route";

export const moreRoutes: Route[] = [
  { pattern: "/more", load: async () => (await import("./more")).More },
  { pattern: "/more/country", load: async () => (await import("./country")).CountryScreen },
  { pattern: "/more/display", load: async () => (await import("./display")).Display },
  { pattern: "/more/storage", load: async () => (await import("./storage")).Storage },
  { pattern: "/more/about", load: async () => (await import("./about")).About },
  { pattern: "/more/phones", load: async () => (await import("../pair/phones")).Phones },
  { pattern: "/pair", load: async () => (await import("../pair/pair")).Pair },
];
