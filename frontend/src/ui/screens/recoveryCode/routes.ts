// The addresses of the recovery code: making and showing it, and using it on a new phone.
import type { Route } from "../../start/router";

export const recoveryCodeRoutes: Route[] = [
  { pattern: "/more/recovery-code", load: async () => (await import("./recoveryCode")).RecoveryCode },
  { pattern: "/recover", load: async () => (await import("./recover")).Recover },
];
