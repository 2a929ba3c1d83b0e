// The addresses of the records and of the letters that ask for them.
import type { Route } from "../../start/route";

export const recordRoutes: Route[] = [
  { pattern: "/case/records", load: async () => (await import("./records")).Records },
  { pattern: "/case/records/usual", load: async () => (await import("./usual")).UsualRecords },
  { pattern: "/case/records/:id", load: async () => (await import("./record")).RecordPage },
  { pattern: "/case/letters/new", load: async () => (await import("../letters/newLetter")).NewLetter },
  { pattern: "/case/letters/:id", load: async () => (await import("../letters/letter")).LetterPage },
  {
    pattern: "/case/letters/:id/letter",
    load: async () => (await import("../letters/letterSheetPage")).LetterSheetPage,
  },
  {
    pattern: "/case/letters/:id/reminder",
    load: async () => (await import("../letters/letterSheetPage")).ReminderSheetPage,
  },
];
