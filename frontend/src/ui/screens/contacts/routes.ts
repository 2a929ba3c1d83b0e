// The addresses of whom to call.
import type { Route } from "../../start/router";

export const contactRoutes: Route[] = [
  { pattern: "/case/contacts", load: async () => (await import("./contacts")).Contacts },
  { pattern: "/case/contacts/:id", load: async () => (await import("./contact")).ContactPage },
];
