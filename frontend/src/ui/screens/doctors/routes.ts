// The addresses of the doctors a person may ask. The table stands before the sheet: its last word is no id.
import type { Route } from "../../start/router";

export const doctorRoutes: Route[] = [
  { pattern: "/case/doctors", load: async () => (await import("./doctors")).Doctors },
  { pattern: "/case/doctors/side-by-side", load: async () => (await import("./sideBySide")).SideBySide },
  { pattern: "/case/doctors/:id", load: async () => (await import("./doctor")).DoctorPage },
];
