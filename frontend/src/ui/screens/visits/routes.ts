// The addresses of the visits: the list, one visit, before it, in the room, and the three steps after it.
import type { Route } from "../../start/router";

export const visitRoutes: Route[] = [
  { pattern: "/room", load: async () => (await import("./roomNow")).RoomNow },
  { pattern: "/case/visits", load: async () => (await import("./visits")).Visits },
  { pattern: "/case/visits/:id", load: async () => (await import("./visit")).VisitPage },
  { pattern: "/case/visits/:id/before", load: async () => (await import("./before")).BeforeVisit },
  { pattern: "/case/visits/:id/during", load: async () => (await import("./during")).DuringVisit },
  { pattern: "/case/visits/:id/after", load: async () => (await import("./after")).AfterVisit },
  { pattern: "/case/visits/:id/advised", load: async () => (await import("./advised")).Advised },
  { pattern: "/case/visits/:id/next", load: async () => (await import("./nextSteps")).NextSteps },
];
