// The addresses of the records and of the letters that ask for them.
import type { Route } from "../../start/route";

export const recordRoutes: Route[] = [
  { pattern: "/case/records", load: async () => (await import("./records")).Records },
  { pattern: "/case/records/usual", load: async () => (await import("./usual")).UsualRecords },
  { pattern: "/case/records/:id", load: async () => (await import("./record")).RecordPage },
  { pattern: "/case/requests/new", load: async () => (await import("./newRequest")).NewRequest },
  { pattern: "/case/requests/:id", load: async () => (await import("./request")).RequestPage },
  { pattern: "/case/requests/:id/letter", load: async () => (await import("./letterPage")).LetterPage },
  { pattern: "/case/requests/:id/reminder", load: async () => (await import("./letterPage")).ReminderPage },
];
