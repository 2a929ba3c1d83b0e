// The six stages of the journey: what is done, and the tools of each. Every tool belongs to one stage. Pure.
import type { Facts } from "../../../domain/journey/facts";
import { type Journey, type Stage, stages } from "../../../domain/journey/journey";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import homeWords from "../../../i18n/en/home.json";
import { isolated } from "../../start/isolate";

const t = messagesFrom(homeWords);

export type StageLink = { href: string; title: string; detail?: string };
export type StageRow = {
  stage: Stage;
  number: number;
  title: string;
  state: "done" | "now" | "later";
  detail: string;
  links: StageLink[];
};

export function stageRows(journey: Journey): StageRow[] {
  return stages.map((stage, at) => ({
    stage,
    number: at + 1,
    title: t(`case.stage.${stage}`),
    state: journey.done[stage] ? "done" : stage === journey.now ? "now" : "later",
    detail: details[stage](journey.facts),
    links: [...links[stage](journey.facts), { href: guide[stage], title: t(`case.guide.${stage}`) }],
  }));
}

/** The section of the guide that goes with a stage. */
const guide: Record<Stage, string> = {
  reasons: "/guide/section/when",
  prepare: "/guide/section/prepare",
  choose: "/guide/section/choose",
  consult: "/guide/section/consult",
  compare: "/guide/section/after",
  decide: "/guide/card/A4",
};

const details: Record<Stage, (facts: Facts) => string> = {
  reasons: ({ reasons, asking }) => {
    if (asking !== "") return t(`case.asking.${asking}`);
    return reasons > 0 ? t("case.detail.reasonsDone", { count: reasons }) : t("case.detail.reasons");
  },
  prepare: ({ records, recordsHere, questions }) =>
    [
      records > 0 ? t("case.detail.recordsHere", { here: recordsHere, count: records }) : "",
      questions > 0 ? t("case.detail.questions", { count: questions }) : "",
    ]
      .filter(Boolean)
      .join(" · ") || t("case.detail.prepare"),
  choose: ({ doctors, chosen }) => {
    if (chosen !== null) return chosen === "" ? t("case.detail.chooseDone") : isolated(chosen);
    return doctors > 0 ? t("case.detail.chooseDoctors", { count: doctors }) : t("case.detail.choose");
  },
  consult: ({ upcoming, visited }) => {
    if (upcoming) return t("case.detail.consultNext", { date: dayText(upcoming.when) });
    return visited > 0 ? t("case.detail.consultDone", { count: visited }) : t("case.detail.consult");
  },
  compare: ({ opinions }) =>
    opinions > 0 ? t("case.detail.compareDone", { count: opinions }) : t("case.detail.compare"),
  decide: ({ decideByDate, decideByWords, hasDecided }) => {
    if (hasDecided) return t("case.detail.decided");
    if (decideByDate !== "") return t("case.detail.decideBy", { date: dayText(decideByDate) });
    return decideByWords === "" ? t("case.detail.decide") : t("decideBy.cardWords");
  },
};

const links: Record<Stage, (facts: Facts) => StageLink[]> = {
  reasons: ({ reasons }) => [
    {
      href: "/case/reasons",
      title: t("case.link.reasons"),
      ...(reasons > 0 && { detail: t("case.detail.reasonsDone", { count: reasons }) }),
    },
    { href: "/case/rights", title: t("case.link.rights") },
  ],
  prepare: (facts) => [
    questionsLink(facts),
    { href: "/case/questions/bank", title: t("case.link.ideas") },
    { href: "/case/records", title: t("case.link.records"), detail: recordsDetail(facts) },
    {
      href: "/case/health",
      title: t("case.link.health"),
      detail: facts.medicinesRecorded ? t("case.link.medicinesRecorded") : t("case.link.medicinesNot"),
    },
    { href: "/case/summary", title: t("case.link.summary") },
  ],
  choose: ({ doctors, visits }) => [
    {
      href: "/case/doctors",
      title: t("case.link.doctors"),
      detail: doctors > 0 ? t("case.detail.chooseDoctors", { count: doctors }) : t("case.link.none"),
    },
    visitsLink(visits),
  ],
  consult: (facts) => [
    visitsLink(facts.visits),
    questionsLink(facts),
    { href: "/case/companions", title: t("case.link.companions") },
    { href: "/case/seen", title: t("case.link.seen") },
  ],
  compare: ({ opinions }) => [
    {
      href: "/case/opinions",
      title: t("case.link.opinions"),
      detail: opinions > 0 ? t("case.detail.compareDone", { count: opinions }) : t("case.link.none"),
    },
    { href: "/case/compare", title: t("case.link.compare") },
  ],
  decide: (facts) => [
    { href: "/case/decide", title: t("case.link.decide") },
    {
      href: "/case/decide-by",
      title: t("case.link.decideBy"),
      detail: decideByDetail(facts),
    },
  ],
};

function decideByDetail({ decideByDate, decideByWords }: Facts): string {
  if (decideByDate !== "") return dayText(decideByDate);
  return decideByWords === "" ? t("case.link.decideByNone") : t("decideBy.cardWords");
}

function visitsLink(count: number): StageLink {
  const detail = count > 0 ? t("case.link.visitsCount", { count }) : t("case.link.none");
  return { href: "/case/visits", title: t("case.link.visits"), detail };
}

function questionsLink({ questions, unanswered }: Facts): StageLink {
  const detail =
    unanswered > 0 ? t("case.link.questionsOpen", { count: unanswered }) : t("case.link.questionsAllAnswered");
  return {
    href: "/case/questions",
    title: t("case.link.questions"),
    detail: questions === 0 ? t("case.link.none") : detail,
  };
}

function recordsDetail({ records, recordsHere }: Facts): string {
  return records > 0 ? t("case.detail.recordsHere", { here: recordsHere, count: records }) : t("case.link.none");
}
