// The addresses of what happens in an accident, and of what makes one less likely.
import type { Route } from "../../start/router";

export const accidentRoutes: Route[] = [
  { pattern: "/more/accidents", load: async () => (await import("./accidents")).Accidents },
  { pattern: "/more/home-screen", load: async () => (await import("./homeScreen")).HomeScreen },
];
