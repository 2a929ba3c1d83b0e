// The six stages of the way: what is done, and where each leads. Every stage leads somewhere that exists. Pure.
import type { Facts, Journey, Stage } from "../../../domain/journey";
import { stages } from "../../../domain/journey";
import { t } from "../../../i18n";
import { dayText } from "../../../i18n/dates";

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

/** The part of the guide that goes with a stage. */
const guide: Record<Stage, string> = {
  whether: "/guide/section/when",
  prepare: "/guide/section/prepare",
  choose: "/guide/section/choose",
  consult: "/guide/section/consult",
  compare: "/guide/section/after",
  decide: "/guide/card/A4",
};

const details: Record<Stage, (facts: Facts) => string> = {
  whether: ({ notes, questions }) =>
    notes + questions > 0 ? t("case.detail.whetherDone", { count: notes + questions }) : t("case.detail.whether"),
  prepare: ({ records, recordsHere, questions }) =>
    [
      records > 0 ? t("case.detail.recordsHere", { here: recordsHere, count: records }) : "",
      questions > 0 ? t("case.detail.questions", { count: questions }) : "",
    ]
      .filter(Boolean)
      .join(" · ") || t("case.detail.prepare"),
  choose: ({ consultations }) =>
    consultations > 0 ? t("case.detail.chooseDone", { count: consultations }) : t("case.detail.choose"),
  consult: ({ upcoming, visited }) => {
    if (upcoming) return t("case.detail.consultNext", { date: dayText(upcoming.when) });
    return visited > 0 ? t("case.detail.consultDone", { count: visited }) : t("case.detail.consult");
  },
  compare: () => t("case.detail.compare"),
  decide: ({ decideByDate }) =>
    decideByDate === "" ? t("case.detail.decide") : t("case.detail.decideBy", { date: dayText(decideByDate) }),
};

const links: Record<Stage, (facts: Facts) => StageLink[]> = {
  whether: () => [{ href: "/journal/note/new", title: t("case.link.worries") }],
  prepare: (facts) => [
    { href: "/case/questions", title: t("case.link.questions"), detail: questionsDetail(facts) },
    { href: "/case/records", title: t("case.link.records"), detail: recordsDetail(facts) },
    {
      href: "/case/medicines",
      title: t("case.link.medicines"),
      detail: facts.medicinesRecorded ? t("case.link.medicinesRecorded") : t("case.link.medicinesNot"),
    },
  ],
  choose: visitLinks,
  consult: (facts) => [
    ...visitLinks(facts),
    { href: "/case/questions", title: t("case.link.questions"), detail: questionsDetail(facts) },
    { href: "/journal", title: t("case.link.journal"), detail: t("case.link.journalDetail", { count: facts.notes }) },
  ],
  compare: () => [{ href: "/journal/note/new", title: t("case.link.compareNote") }],
  decide: ({ decideByDate }) => [
    {
      href: "/case/decide-by",
      title: t("case.link.decideBy"),
      detail: decideByDate === "" ? t("case.link.decideByNone") : dayText(decideByDate),
    },
    { href: "/journal/note/new", title: t("case.link.decideNote") },
  ],
};

function visitLinks({ consultations }: Facts): StageLink[] {
  const detail = consultations > 0 ? t("case.detail.chooseDone", { count: consultations }) : t("case.link.visitsNone");
  return [{ href: "/case/consultations", title: t("case.link.visits"), detail }];
}

function questionsDetail({ questions, unanswered }: Facts): string {
  if (questions === 0) return t("case.link.questionsNone");
  return unanswered > 0 ? t("case.link.questionsOpen", { count: unanswered }) : t("case.link.questionsAllAnswered");
}

function recordsDetail({ records, recordsHere }: Facts): string {
  return records > 0 ? t("case.detail.recordsHere", { here: recordsHere, count: records }) : t("case.link.recordsNone");
}
