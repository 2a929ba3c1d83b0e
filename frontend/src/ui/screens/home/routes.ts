// The address of the first screen: the way through the case.
import type { Route } from "../../start/router";

export const homeRoutes: Route[] = [{ pattern: "/", load: async () => (await import("./home")).Home }];
