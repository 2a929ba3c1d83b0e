// The addresses of the letters that ask for records. Whom to write to comes before the letter: otherwise its last part
// would be read as an id.
import type { Route } from "../../start/router";

export const letterRoutes: Route[] = [
  { pattern: "/case/letters", load: async () => (await import("./letters")).LettersPage },
  { pattern: "/case/letters/new", load: async () => (await import("./newLetter")).NewLetter },
  { pattern: "/case/letters/:id", load: async () => (await import("./letter")).LetterPage },
  { pattern: "/case/letters/:id/reminder", load: async () => (await import("./reminder")).ReminderPage },
];
