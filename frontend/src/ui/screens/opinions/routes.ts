// The addresses of what the doctors said, and of the comparison.
import type { Route } from "../../start/router";

export const opinionRoutes: Route[] = [
  { pattern: "/case/opinions", load: async () => (await import("./opinions")).Opinions },
  { pattern: "/case/opinions/:id", load: async () => (await import("./opinion")).OpinionPage },
  { pattern: "/case/compare", load: async () => (await import("./compare")).Compare },
  { pattern: "/case/compare/all", load: async () => (await import("./compareAll")).CompareAll },
  { pattern: "/case/compare/:row", load: async () => (await import("./compare")).Compare },
];
