// The top of the summary: for whom, from whom, written when, for which visit. Pure.

import { type CaseDoc, caseField } from "../../../domain/case/document";
import { dayOf } from "../../../domain/days/days";
import { helping } from "../../../domain/helping/helping";
import type { Visit } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import summaryWords from "../../../i18n/en/summary.json";
import { visitName } from "../../entries/entryNames";
import { isolated } from "../../start/isolate";
import { knownDay, settled } from "../../text/settled";
import { writtenBy } from "../../text/writtenBy";
import type { SheetHead } from "./sheet";

const t = messagesFrom(summaryWords);

export function headOf(doc: CaseDoc, visit: Visit | null, today: string): SheetHead {
  const name = settled(caseField(doc, "patientName", ""));
  const birth = settled(caseField(doc, "patientBirthDate", ""), knownDay);
  const who = [name === "" ? "" : isolated(name), birth === "" ? "" : t("sheet.born", { date: birth })];
  const by = writtenBy(doc);
  const day = dayOf(visit?.when.value ?? "");
  const written = [
    t("sheet.writtenOn", { who: by, date: dayText(today) }),
    day === "" ? "" : t("sheet.visitOn", { date: dayText(day) }),
  ];
  return {
    title: visit ? t("sheet.titleFor", { who: isolated(visitName(visit)) }) : t("sheet.titleAny"),
    lines: [who, written].map((parts) => parts.filter(Boolean).join(", ")).filter(Boolean),
    isHelped: helping(doc) !== null,
    entered: t("sheet.entered", { who: by }),
    sendReport: visit?.part.value === "second" || visit?.part.value === "further",
  };
}
