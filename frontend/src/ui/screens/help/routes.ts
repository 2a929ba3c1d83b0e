// The address of help.
import type { Route } from "../../start/route";

export const helpRoutes: Route[] = [{ pattern: "/help", load: async () => (await import("./help")).Help }];
