// The addresses of a person's cases.
import type { Route } from "../../start/router";

export const caseRoutes: Route[] = [
  { pattern: "/cases", load: async () => (await import("./caseList")).CaseList },
  { pattern: "/cases/new", load: async () => (await import("./newCase")).NewCase },
];
