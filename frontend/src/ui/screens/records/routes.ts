// The addresses of the records and of the letters that ask for them.
import type { Route } from "../../route";

export const recordRoutes: Route[] = [
  { pattern: "/case/records", load: async () => (await import("./records")).Records },
  { pattern: "/case/records/:id", load: async () => (await import("./record")).RecordPage },
];
