// The next step of a case as a sentence, a button, and where the button leads. Pure.
import type { Facts } from "../../../domain/journey/facts";
import type { NextStep } from "../../../domain/journey/journey";
import type { VisitFact } from "../../../domain/visits/visitFacts";
import { type KeyOf, messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import homeWords from "../../../i18n/en/home.json";
import { isolated } from "../../start/isolate";

const t = messagesFrom(homeWords);

export type Step = { sentence: string; action: string; href: string };
type Key = KeyOf<typeof homeWords>;
type Named = "writeWords" | "nameVisit" | "writeOpinion";

export function stepOf(next: NextStep, facts: Facts): Step {
  return steps[next](facts);
}

const steps: Record<NextStep, (facts: Facts) => Step> = {
  "write-reasons": () => step("case.step.writeReasons", "case.step.writeReasonsDo", "/case/reasons"),
  "ask-decide-by": () => step("case.step.askDecideBy", "case.step.askDecideByDo", "/case/decide-by"),
  "say-asking": () => step("case.step.sayAsking", "case.step.sayAskingDo", "/case/reasons#answer"),
  "not-asking": () => step("case.step.notAsking", "case.step.notAskingDo", "/case/reasons#answer"),
  "write-questions": () => step("case.step.writeQuestions", "case.step.writeQuestionsDo", "/case/questions"),
  "list-records": () => step("case.step.listRecords", "case.step.listRecordsDo", "/case/records"),
  "ask-for-records": ({ recordsToAskFor }) => ({
    ...step("case.step.askForRecords", "case.step.askForRecordsDo", "/case/records"),
    sentence: t("case.step.askForRecords", { count: recordsToAskFor }),
  }),
  "remind-clinic": ({ overdue }) => ({
    ...step("case.step.remind", "case.step.remindDo", `/case/letters/${overdue?.id ?? ""}`),
    ...(overdue?.holder ? { sentence: t("case.step.remindOf", { holder: isolated(overdue.holder) }) } : {}),
  }),
  "list-medicines": () => step("case.step.listMedicines", "case.step.listMedicinesDo", "/case/medicines"),
  "look-for-doctors": () => step("case.step.lookForDoctors", "case.step.lookForDoctorsDo", "/case/doctors"),
  "plan-visit": ({ doctors }) =>
    doctors > 0
      ? step("case.step.planVisit", "case.step.planVisitDo", "/case/doctors")
      : step("case.step.planVisit", "case.step.planVisitDoNone", "/case/visits"),
  "go-prepared": ({ upcoming }) => prepared(upcoming),
  "write-what-was-said": ({ silent }) => visit("writeWords", silent, "/after"),
  "name-visit": ({ unnamed }) => visit("nameVisit", unnamed, ""),
  "write-opinion": ({ unwritten }) => visit("writeOpinion", unwritten, "/after"),
  "write-both-opinions": () => step("case.step.writeBoth", "case.step.writeBothDo", "/case/opinions"),
  compare: () => step("case.step.compare", "case.step.compareDo", "/case/compare"),
  "talk-it-over": ({ toDiscuss, lastOpinion }) =>
    step(
      "case.step.talkItOver",
      "case.step.talkItOverDo",
      toDiscuss === "" ? `/case/opinions/${lastOpinion}` : `/case/tasks/${toDiscuss}`,
    ),
  decide: () => step("case.step.decide", "case.step.decideDo", "/case/decide"),
  decided: ({ tasksOpen }) =>
    tasksOpen > 0
      ? step("case.step.decided", "case.step.decidedDo", "/case/tasks")
      : step("case.step.decided", "case.step.decidedDoNone", "/case/decide"),
};

function step(sentence: Key, action: Key, href: string): Step {
  return { sentence: t(sentence), action: t(action), href };
}

function prepared(upcoming: VisitFact | null): Step {
  const date = dayText(upcoming?.when.slice(0, 10) ?? "");
  const who = upcoming?.who.trim() ?? "";
  return {
    sentence: who ? t("case.step.goPreparedWith", { who: isolated(who), date }) : t("case.step.goPrepared", { date }),
    action: t("case.step.goPreparedDo"),
    href: `/case/visits/${upcoming?.id ?? ""}/before`,
  };
}

function visit(name: Named, about: VisitFact | null, part: string): Step {
  const who = about?.who.trim() ?? "";
  const named = {
    writeWords: "writeWordsOf",
    nameVisit: "nameVisitOf",
    writeOpinion: "writeOpinionOf",
  } as const;
  return {
    sentence: who ? t(`case.step.${named[name]}`, { who: isolated(who) }) : t(`case.step.${name}`),
    action: t(`case.step.${name}Do`),
    href: `/case/visits/${about?.id ?? ""}${part}`,
  };
}
