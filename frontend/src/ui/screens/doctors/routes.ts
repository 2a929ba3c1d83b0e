// The addresses of the doctors a person may ask. The table comes before the doctor: otherwise its last part would be
// read as an id.
import type { Route } from "../../start/router";

export const doctorRoutes: Route[] = [
  { pattern: "/case/doctors", load: async () => (await import("./doctors")).Doctors },
  { pattern: "/case/doctors/side-by-side", load: async () => (await import("./sideBySide")).SideBySide },
  { pattern: "/case/doctors/:id", load: async () => (await import("./doctor")).DoctorPage },
];
