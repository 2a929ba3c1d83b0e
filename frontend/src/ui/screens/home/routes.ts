// The address of the way through the case, which is the first screen.
import type { Route } from "../../start/route";

export const homeRoutes: Route[] = [{ pattern: "/", load: async () => (await import("./home")).Home }];
