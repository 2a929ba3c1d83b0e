// The addresses of companions: who is in a case, and coming in.
import type { Route } from "../../start/router";

export const companionRoutes: Route[] = [
  { pattern: "/case/companions", load: async () => (await import("./companions")).CompanionsPage },
  { pattern: "/case/companions/before", load: async () => (await import("./changedByOthers")).BeforePage },
  { pattern: "/join", load: async () => (await import("./join")).Join },
];
