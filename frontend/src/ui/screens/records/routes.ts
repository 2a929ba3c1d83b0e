// The addresses of the records.
import type { Route } from "../../start/router";

export const recordRoutes: Route[] = [
  { pattern: "/case/records", load: async () => (await import("./records")).Records },
  { pattern: "/case/records/usual", load: async () => (await import("./usual")).UsualRecords },
  { pattern: "/case/records/:id", load: async () => (await import("./record")).RecordPage },
];
