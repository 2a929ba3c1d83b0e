// The address of help.
import type { Route } from "../../start/router";

export const helpRoutes: Route[] = [{ pattern: "/help", load: async () => (await import("./help")).Help }];
