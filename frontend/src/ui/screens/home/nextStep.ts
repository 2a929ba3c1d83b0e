// A step of the way as a sentence, its reason, and where it leads. Pure.
import type { Facts } from "../../../domain/journey/facts";
import type { NextStep } from "../../../domain/journey/journey";
import type { VisitFact } from "../../../domain/visits/visitFacts";
import { messagesFrom } from "../../../i18n";
import { nearDayText } from "../../../i18n/dates";
import homeWords from "../../../i18n/en/home.json";
import { isolated } from "../../start/isolate";

const t = messagesFrom(homeWords);

export type Step = { title: string; why: string; href: string };
/** `title` where it is not the usual one. */
type Lead = { href: string; title?: string };
type OfVisit = "go-prepared" | "write-what-was-said" | "name-visit" | "write-opinion";

/** `today` is YYYY-MM-DD. */
export function stepOf(next: NextStep, facts: Facts, today: string): Step {
  const { href, title = t(`case.step.${next}.title`) } = leads[next](facts, today);
  const date = nearDayText(facts.due?.day ?? "", today);
  return { title, why: t(`case.step.${next}.why`, { date }), href };
}

const leads: Record<NextStep, (facts: Facts, today: string) => Lead> = {
  "write-reasons": () => ({ href: "/case/reasons" }),
  "ask-decide-by": () => ({ href: "/case/decide-by" }),
  "say-asking": () => ({ href: "/case/reasons/answer" }),
  "not-asking": () => ({ href: "/case/reasons/answer" }),
  "do-task": ({ due }) => ({ href: `/case/tasks/${due?.id ?? ""}`, title: isolated(due?.what ?? "") }),
  "write-questions": () => ({ href: "/case/questions" }),
  "look-over-questions": ({ unanswered: count }) => ({
    href: "/case/questions",
    title: t("case.step.look-over-questions.title", { count }),
  }),
  "list-records": () => ({ href: "/case/records" }),
  "ask-for-records": ({ recordsToAskFor: count }) => ({
    href: "/case/records",
    title: t("case.step.ask-for-records.title", { count }),
  }),
  "remind-clinic": ({ overdue }) => ({
    href: `/case/letters/${overdue?.id ?? ""}`,
    ...(overdue?.holder && { title: t("case.step.remind-clinic.titleOf", { holder: isolated(overdue.holder) }) }),
  }),
  "list-medicines": () => ({ href: "/case/medicines" }),
  "look-for-doctors": () => ({ href: "/case/doctors" }),
  "plan-visit": ({ doctors }) => ({ href: doctors > 0 ? "/case/doctors" : "/case/visits" }),
  "go-prepared": ({ upcoming }, today) => visit("go-prepared", upcoming, "/before", today),
  "write-what-was-said": ({ silent }, today) => visit("write-what-was-said", silent, "/after", today),
  "name-visit": ({ unnamed }, today) => visit("name-visit", unnamed, "", today),
  "write-opinion": ({ unwritten }, today) => visit("write-opinion", unwritten, "/after", today),
  "write-both-opinions": () => ({ href: "/case/opinions" }),
  compare: () => ({ href: "/case/compare" }),
  "talk-it-over": ({ toDiscuss, lastOpinion }) => ({
    href: toDiscuss === "" ? `/case/opinions/${lastOpinion}` : `/case/tasks/${toDiscuss}`,
  }),
  decide: () => ({ href: "/case/decide" }),
  decided: ({ tasksOpen }) => ({ href: tasksOpen > 0 ? "/case/tasks" : "/case/decide" }),
};

function visit(next: OfVisit, about: VisitFact | null, part: string, today: string): Lead {
  const who = about?.who.trim() ?? "";
  const date = nearDayText(about?.when.slice(0, 10) ?? "", today);
  return {
    href: `/case/visits/${about?.id ?? ""}${part}`,
    title: t(`case.step.${next}.${who === "" ? "title" : "titleOf"}`, { who: isolated(who), date }),
  };
}
