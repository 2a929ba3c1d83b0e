// What stands on the shelf: the papers of the case, each with what is on it, and the other tools. Each tool stands here
// once. Pure.
import { CircleQuestionMark, Eye, FileText, Folder, Heart, type LucideIcon, Mail, Pill } from "lucide-preact";
import type { CaseDoc } from "../../../domain/case/document";
import { isStopped, medicineList } from "../../../domain/health/medicines";
import type { Facts } from "../../../domain/journey/facts";
import { letters } from "../../../domain/letters/letterEntries";
import { type KeyOf, messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import papersWords from "../../../i18n/en/papers.json";
import { isolated } from "../../start/isolate";

const t = messagesFrom(papersWords);

export type OnShelf = { href: string; title: string; detail: string; icon?: LucideIcon };

export function papersOn(doc: CaseDoc, facts: Facts): OnShelf[] {
  const { questions, unanswered, records, recordsHere, upcoming } = facts;
  const who = upcoming?.who.trim() ?? "";
  const all = letters(doc);
  const sent = all.filter(({ sentOn }) => sentOn.value !== "").length;
  return [
    paper("questions", CircleQuestionMark, counted("papers.questionsDetail", questions, { open: unanswered })),
    paper("medicines", Pill, medicinesDetail(doc)),
    paper("health", Heart, t("papers.healthDetail")),
    paper("records", Folder, counted("papers.recordsDetail", records, { here: recordsHere })),
    paper("summary", FileText, who ? t("papers.summaryFor", { who: isolated(who) }) : t("papers.summaryDetail")),
    paper("letters", Mail, counted("papers.lettersDetail", all.length, { sent })),
    paper("seen", Eye, t("papers.seenDetail")),
  ];
}

export function toolsOn(facts: Facts): OnShelf[] {
  const { reasons, doctors, visits, opinions, tasksOpen } = facts;
  return [
    tool("/case/reasons", "papers.reasons", counted("papers.reasonsDetail", reasons)),
    tool("/case/questions/bank", "papers.bank"),
    tool("/case/show", "papers.show"),
    tool("/case/doctors", "papers.doctors", counted("papers.count", doctors)),
    tool("/case/visits", "papers.visits", counted("papers.count", visits)),
    tool("/case/companions", "papers.companions"),
    tool("/case/opinions", "papers.opinions", counted("papers.count", opinions)),
    tool("/case/compare", "papers.compare"),
    tool("/case/decide", "papers.decide"),
    tool("/case/decide-by", "papers.decideBy", decideByDetail(facts)),
    tool("/case/tasks", "papers.tasks", counted("papers.count", tasksOpen)),
    tool("/case/contacts", "papers.contacts"),
    tool("/case/timeline", "papers.timeline"),
    tool("/case/rights", "papers.rights"),
  ];
}

type Paper = "questions" | "medicines" | "health" | "records" | "summary" | "letters" | "seen";

function paper(name: Paper, icon: LucideIcon, detail: string): OnShelf {
  return { href: `/case/${name}`, title: t(`papers.${name}`), detail, icon };
}

function tool(href: string, title: KeyOf<typeof papersWords>, detail = ""): OnShelf {
  return { href, title: t(title), detail };
}

function counted(key: KeyOf<typeof papersWords>, count: number, others: Record<string, number> = {}): string {
  return count === 0 ? t("papers.none") : t(key, { count, ...others });
}

function medicinesDetail(doc: CaseDoc): string {
  const list = medicineList(doc);
  if (list.state === "none") return t("papers.medicinesNone");
  const taken = list.state === "listed" ? list.medicines.filter((one) => !isStopped(one)) : [];
  return counted("papers.medicinesDetail", taken.length);
}

function decideByDetail({ decideByDate, decideByWords }: Facts): string {
  if (decideByDate !== "") return dayText(decideByDate);
  return t(decideByWords === "" ? "papers.decideByNone" : "papers.decideByWords");
}
