// The addresses of More and of pairing.
import type { Route } from "../../route";

export const moreRoutes: Route[] = [{ pattern: "/more", load: async () => (await import("./more")).More }];
