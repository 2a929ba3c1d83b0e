// The addresses of the case: journey, journal, lists and their entries.
import type { Route } from "../../route";

export const caseRoutes: Route[] = [];
