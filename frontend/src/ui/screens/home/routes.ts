// The address of the way through the case, which is the first screen.
import type { Route } from "../../start/router";

export const homeRoutes: Route[] = [{ pattern: "/", load: async () => (await import("./home")).Home }];
