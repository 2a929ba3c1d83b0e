// The addresses of the one-page summary: for whom, and the page itself.
import type { Route } from "../../start/router";

export const summaryRoutes: Route[] = [
  { pattern: "/case/summary", load: async () => (await import("./summaries")).Summaries },
  { pattern: "/case/summary/:id", load: async () => (await import("./summary")).SummaryPage },
];
