// The addresses of deciding: the worksheet, one option, one decision.
import type { Route } from "../../start/router";

export const decideRoutes: Route[] = [
  { pattern: "/case/decide", load: async () => (await import("./decide")).Decide },
  { pattern: "/case/options/:id", load: async () => (await import("./optionPage")).OptionPage },
  { pattern: "/case/decisions/:id", load: async () => (await import("./decisionPage")).DecisionPage },
  { pattern: "/case/decide/:step", load: async () => (await import("./decide")).Decide },
];
