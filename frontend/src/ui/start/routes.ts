// Every address of the app and the screen behind it. Screens are loaded when first needed; all of them are on the phone
// once the app is ready for offline.
import { beginRoutes } from "../screens/begin/routes";
import { caseRoutes } from "../screens/case/routes";
import { companionRoutes } from "../screens/companion/routes";
import { decideRoutes } from "../screens/decide/routes";
import { guideRoutes } from "../screens/guide/routes";
import { healthRoutes } from "../screens/health/routes";
import { moreRoutes } from "../screens/more/routes";
import { opinionRoutes } from "../screens/opinions/routes";
import { questionRoutes } from "../screens/questions/routes";
import { recordRoutes } from "../screens/records/routes";
import { rightsRoutes } from "../screens/rights/routes";
import { searchRoutes } from "../screens/search/routes";
import { seenRoutes } from "../screens/seen/routes";
import { specialistRoutes } from "../screens/specialists/routes";
import { summaryRoutes } from "../screens/summary/routes";
import { taskRoutes } from "../screens/tasks/routes";
import { timelineRoutes } from "../screens/timeline/routes";
import { visitRoutes } from "../screens/visits/routes";
import { whetherRoutes } from "../screens/whether/routes";
import type { Places, Route, ScreenComponent } from "./route";
import { match } from "./router";

export type Found = { load: () => Promise<ScreenComponent>; places: Places };

const routes: Route[] = [
  ...caseRoutes,
  ...beginRoutes,
  ...questionRoutes,
  ...rightsRoutes,
  ...whetherRoutes,
  ...recordRoutes,
  ...seenRoutes,
  ...specialistRoutes,
  ...visitRoutes,
  ...healthRoutes,
  ...summaryRoutes,
  ...opinionRoutes,
  ...decideRoutes,
  ...taskRoutes,
  ...timelineRoutes,
  ...companionRoutes,
  ...guideRoutes,
  ...moreRoutes,
  ...searchRoutes,
  { pattern: "/help", load: async () => (await import("../screens/help/help")).Help },
];

/** Loads of every screen, for who wants them all. */
export const loads = routes.map(({ load }) => load);

export function find(address: string): Found {
  for (const { pattern, load } of routes) {
    const places = match(pattern, address);
    if (places) return { load, places };
  }
  return { load: async () => (await import("../screens/notHere")).NotHere, places: {} };
}
