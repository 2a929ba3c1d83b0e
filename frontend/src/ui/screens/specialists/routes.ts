// The addresses of the doctors a person may ask. The table stands before the sheet: its last word is no id.
import type { Route } from "../../start/route";

export const specialistRoutes: Route[] = [
  { pattern: "/case/specialists", load: async () => (await import("./specialists")).Specialists },
  { pattern: "/case/specialists/side-by-side", load: async () => (await import("./sideBySide")).SideBySide },
  { pattern: "/case/specialists/:id", load: async () => (await import("./specialist")).SpecialistPage },
];
