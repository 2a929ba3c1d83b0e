// The addresses of More.
import type { Route } from "../../start/router";

export const moreRoutes: Route[] = [
  { pattern: "/more", load: async () => (await import("./more")).More },
  { pattern: "/more/country", load: async () => (await import("./country")).CountryScreen },
  { pattern: "/more/display", load: async () => (await import("./display")).Display },
  { pattern: "/more/storage", load: async () => (await import("./storage")).Storage },
  { pattern: "/more/about", load: async () => (await import("./about")).About },
];
