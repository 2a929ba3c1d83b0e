// The addresses of the visits: the list, one visit, and the three parts of going there.
import type { Route } from "../../start/route";

export const visitRoutes: Route[] = [
  { pattern: "/room", load: async () => (await import("./roomNow")).RoomNow },
  { pattern: "/case/consultations", load: async () => (await import("./consultations")).Consultations },
  { pattern: "/case/consultations/:id", load: async () => (await import("./consultation")).ConsultationPage },
  { pattern: "/case/consultations/:id/before", load: async () => (await import("./before")).BeforeVisit },
  { pattern: "/case/consultations/:id/during", load: async () => (await import("./during")).DuringVisit },
  { pattern: "/case/consultations/:id/after", load: async () => (await import("./after")).AfterVisit },
];
