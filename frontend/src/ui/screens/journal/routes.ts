// The addresses of the journal and its notes.
import type { Route } from "../../start/router";

export const journalRoutes: Route[] = [
  { pattern: "/journal", load: async () => (await import("./journal")).Journal },
  { pattern: "/journal/deleted", load: async () => (await import("./deleted")).DeletedList },
  { pattern: "/journal/note/new", load: async () => (await import("./newNote")).NewNote },
  { pattern: "/journal/note/:id", load: async () => (await import("./note")).NotePage },
];
