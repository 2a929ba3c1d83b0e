// The address of the app lock, and the screen that stands before every other one while it is closed.
import type { Route } from "../../start/router";

export const appLockRoutes: Route[] = [
  { pattern: "/more/app-lock", load: async () => (await import("./appLock")).AppLockScreen },
];

export const loadUnlock: Route["load"] = async () => (await import("./unlock")).Unlock;
