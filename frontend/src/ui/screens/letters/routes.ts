// The addresses of the letters that ask for records. Whom to write to stands before the letter: its last word is no id.
import type { Route } from "../../start/router";

export const letterRoutes: Route[] = [
  { pattern: "/case/letters/new", load: async () => (await import("./newLetter")).NewLetter },
  { pattern: "/case/letters/:id", load: async () => (await import("./letter")).LetterPage },
  { pattern: "/case/letters/:id/sheet", load: async () => (await import("./letterSheetPage")).LetterSheetPage },
  { pattern: "/case/letters/:id/reminder", load: async () => (await import("./letterSheetPage")).ReminderSheetPage },
];
