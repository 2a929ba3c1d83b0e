// The addresses of the case: journey, journal, lists and their entries.
import type { Route } from "../../start/route";

export const caseRoutes: Route[] = [
  { pattern: "/", load: async () => (await import("../home/home")).Home },
  { pattern: "/cases", load: async () => (await import("./caseList")).CaseList },
  { pattern: "/cases/new", load: async () => (await import("./newCase")).NewCase },
  { pattern: "/journal", load: async () => (await import("../journal/journal")).Journal },
  { pattern: "/journal/deleted", load: async () => (await import("../journal/deleted")).DeletedList },
  { pattern: "/journal/note/new", load: async () => (await import("../journal/newNote")).NewNote },
  { pattern: "/journal/note/:id", load: async () => (await import("../journal/note")).NotePage },
  { pattern: "/case/decide-by", load: async () => (await import("../decideBy/decideBy")).DecideByPage },
];
