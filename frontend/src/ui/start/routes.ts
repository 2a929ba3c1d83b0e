// Every address of the app and its screen. Screens are loaded when first needed; all of them are on the phone once the
// app is ready for offline.
import { accidentRoutes } from "../screens/accidents/routes";
import { appLockRoutes, loadUnlock } from "../screens/appLock/routes";
import { beginRoutes } from "../screens/begin/routes";
import { caseRoutes } from "../screens/case/routes";
import { companionRoutes } from "../screens/companion/routes";
import { contactRoutes } from "../screens/contacts/routes";
import { copyRoutes } from "../screens/copy/routes";
import { decideRoutes } from "../screens/decide/routes";
import { decideByRoutes } from "../screens/decideBy/routes";
import { doctorRoutes } from "../screens/doctors/routes";
import { guideRoutes } from "../screens/guide/routes";
import { healthRoutes } from "../screens/health/routes";
import { helpRoutes } from "../screens/help/routes";
import { helpingRoutes } from "../screens/helping/routes";
import { homeRoutes } from "../screens/home/routes";
import { journalRoutes } from "../screens/journal/routes";
import { letterRoutes } from "../screens/letters/routes";
import { moreRoutes } from "../screens/more/routes";
import { opinionRoutes } from "../screens/opinions/routes";
import { pairRoutes } from "../screens/pair/routes";
import { papersRoutes } from "../screens/papers/routes";
import { questionRoutes } from "../screens/questions/routes";
import { reasonRoutes } from "../screens/reasons/routes";
import { recordRoutes } from "../screens/records/routes";
import { recoveryCodeRoutes } from "../screens/recoveryCode/routes";
import { rightsRoutes } from "../screens/rights/routes";
import { searchRoutes } from "../screens/search/routes";
import { seenRoutes } from "../screens/seen/routes";
import { summaryRoutes } from "../screens/summary/routes";
import { taskRoutes } from "../screens/tasks/routes";
import { timelineRoutes } from "../screens/timeline/routes";
import { visitRoutes } from "../screens/visits/routes";
import { type Found, match, type Route } from "./router";

const routes: Route[] = [
  ...homeRoutes,
  ...accidentRoutes,
  ...caseRoutes,
  ...copyRoutes,
  ...beginRoutes,
  ...journalRoutes,
  ...papersRoutes,
  ...reasonRoutes,
  ...questionRoutes,
  ...rightsRoutes,
  ...decideByRoutes,
  ...recordRoutes,
  ...letterRoutes,
  ...healthRoutes,
  ...summaryRoutes,
  ...doctorRoutes,
  ...visitRoutes,
  ...companionRoutes,
  ...helpingRoutes,
  ...seenRoutes,
  ...opinionRoutes,
  ...decideRoutes,
  ...taskRoutes,
  ...contactRoutes,
  ...timelineRoutes,
  ...guideRoutes,
  ...searchRoutes,
  ...moreRoutes,
  ...pairRoutes,
  ...recoveryCodeRoutes,
  ...appLockRoutes,
  ...helpRoutes,
];

/** What an app lock shows at any address but those that stay open. */
export const lockScreen: Found = { load: loadUnlock, params: {} };

/** The loaders of all screens, for warming up. */
export const loads = routes.map(({ load }) => load);

export function find(address: string): Found {
  for (const { pattern, load } of routes) {
    const params = match(pattern, address);
    if (params) return { load, params };
  }
  return { load: async () => (await import("../screens/notHere")).NotHere, params: {} };
}
