// The addresses of the guide.
import type { Route } from "../../route";

export const guideRoutes: Route[] = [{ pattern: "/guide", load: async () => (await import("./guide")).Guide }];
