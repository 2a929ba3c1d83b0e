// The next step of a case as a sentence, a button, and where the button leads. Pure.
import type { Facts, Journey } from "../../../domain/journey";
import { t } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import { isolated } from "../../isolate";

export type Step = { sentence: string; action: string; href: string };

export function stepOf({ next, facts }: Journey): Step {
  switch (next) {
    case "ask-decide-by":
      return { sentence: t("case.step.askDecideBy"), action: t("case.step.askDecideByDo"), href: "/case/decide-by" };
    case "write-questions":
      return {
        sentence: t("case.step.writeQuestions"),
        action: t("case.step.writeQuestionsDo"),
        href: "/case/questions",
      };
    case "list-records":
      return { sentence: t("case.step.listRecords"), action: t("case.step.listRecordsDo"), href: "/case/records" };
    case "ask-for-records":
      return {
        sentence: t("case.step.askForRecords", { count: facts.recordsToAskFor }),
        action: t("case.step.askForRecordsDo"),
        href: "/case/records",
      };
    case "list-medicines":
      return {
        sentence: t("case.step.listMedicines"),
        action: t("case.step.listMedicinesDo"),
        href: "/case/medicines",
      };
    case "plan-consultation":
      return { sentence: t("case.step.planVisit"), action: t("case.step.planVisitDo"), href: "/case/consultations" };
    case "go-prepared":
      return prepared(facts.upcoming);
    case "write-what-was-said":
      return words(facts.visitedWithoutWords);
    case "talk-it-over":
      return { sentence: t("case.step.talkItOver"), action: t("case.step.talkItOverDo"), href: "/guide/card/A1" };
  }
}

function prepared(upcoming: Facts["upcoming"]): Step {
  const date = dayText(upcoming?.when ?? "");
  const who = upcoming?.who.trim() ?? "";
  return {
    sentence: who ? t("case.step.goPreparedWith", { who: isolated(who), date }) : t("case.step.goPrepared", { date }),
    action: t("case.step.goPreparedDo"),
    href: `/case/consultations/${upcoming?.id ?? ""}`,
  };
}

function words(visit: Facts["visitedWithoutWords"]): Step {
  const who = visit?.who.trim() ?? "";
  return {
    sentence: who ? t("case.step.writeWordsOf", { who: isolated(who) }) : t("case.step.writeWords"),
    action: t("case.step.writeWordsDo"),
    href: `/journal/note/new?visit=${visit?.id ?? ""}`,
  };
}
