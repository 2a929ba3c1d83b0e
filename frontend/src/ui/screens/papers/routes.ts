// The address of the shelf.
import type { Route } from "../../start/router";

export const papersRoutes: Route[] = [{ pattern: "/papers", load: async () => (await import("./papers")).Papers }];
