// The words that come with their screens: only their types, so that nothing is loaded by naming them here.
import type calendar from "./en/calendar.json";
import type caseList from "./en/caseList.json";
import type companion from "./en/companion.json";
import type compare from "./en/compare.json";
import type decide from "./en/decide.json";
import type entries from "./en/entries.json";
import type guard from "./en/guard.json";
import type guide from "./en/guide.json";
import type health from "./en/health.json";
import type help from "./en/help.json";
import type journal from "./en/journal.json";
import type letter from "./en/letter.json";
import type medicines from "./en/medicines.json";
import type more from "./en/more.json";
import type notices from "./en/notices.json";
import type opinions from "./en/opinions.json";
import type pair from "./en/pair.json";
import type paper from "./en/paper.json";
import type questions from "./en/questions.json";
import type records from "./en/records.json";
import type rights from "./en/rights.json";
import type seen from "./en/seen.json";
import type specialists from "./en/specialists.json";
import type summary from "./en/summary.json";
import type tasks from "./en/tasks.json";
import type timeline from "./en/timeline.json";
import type trouble from "./en/trouble.json";
import type visit from "./en/visit.json";
import type visits from "./en/visits.json";
import type whether from "./en/whether.json";

export type LaterWords = typeof calendar &
  typeof caseList &
  typeof companion &
  typeof compare &
  typeof decide &
  typeof entries &
  typeof guard &
  typeof guide &
  typeof health &
  typeof help &
  typeof journal &
  typeof letter &
  typeof medicines &
  typeof more &
  typeof notices &
  typeof opinions &
  typeof pair &
  typeof paper &
  typeof questions &
  typeof records &
  typeof seen &
  typeof rights &
  typeof summary &
  typeof tasks &
  typeof timeline &
  typeof specialists &
  typeof trouble &
  typeof visit &
  typeof visits &
  typeof whether;
