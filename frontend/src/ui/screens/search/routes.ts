// The address of the search.
import type { Route } from "../../start/router";

export const searchRoutes: Route[] = [{ pattern: "/search", load: async () => (await import("./search")).Search }];
