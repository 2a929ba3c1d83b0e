// The text of the summary, section by section, complete: nothing selected, nothing cut. Pure.

import { type CaseDoc, caseText } from "../../../domain/case/document";
import { isDay } from "../../../domain/days/days";
import { decideBy } from "../../../domain/decideBy/decideBy";
import { latestSymptoms } from "../../../domain/health/health";
import type { Opinion } from "../../../domain/opinions/opinionEntries";
import type { MedicalRecord } from "../../../domain/records/records";
import {
  isOnPage,
  opinionsFor,
  type PastEvent,
  pastEvents,
  recordsOf,
  type SheetSection,
  sheetSections,
  topQuestions,
} from "../../../domain/summary/summary";
import { messagesFrom } from "../../../i18n";
import entriesWords from "../../../i18n/en/entries.json";
import healthWords from "../../../i18n/en/health.json";
import summaryWords from "../../../i18n/en/summary.json";
import { visitName, visitOf } from "../../entries/entryNames";
import { isolated } from "../../start/isolate";
import { briefDay, knownDay, settled } from "../../text/settled";
import { symptomDetail } from "../health/lines";
import { healthEntries } from "./healthEntries";

const t = messagesFrom(entriesWords, healthWords, summaryWords);

/** `day` (YYYY-MM-DD) is shown before the words. The first entry matters most. */
export type SheetEntry = { id: string; words: string; day?: string };
export type SheetPart = { section: SheetSection; entries: SheetEntry[] };
type Asked = { doc: CaseDoc; whom: string; today: string };

/** The sections that are on the page and not empty. */
export function contentsOf(doc: CaseDoc, whom: string, today: string): SheetPart[] {
  return sheetSections
    .filter((section) => isOnPage(doc, whom, section))
    .map((section) => ({
      section,
      entries: entriesOf[section]({ doc, whom, today }).filter(({ words }) => words !== ""),
    }))
    .filter(({ entries }) => entries.length > 0);
}

const entriesOf: Record<SheetSection, (asked: Asked) => SheetEntry[]> = {
  why: ({ doc }) => [{ id: "why", words: caseText(doc, "whyHere").trim() }],
  decideBy: ({ doc }) => decideByEntries(doc),
  questions: ({ doc, whom, today }) =>
    topQuestions(doc, whom, today).map(({ id, text }) => ({ id, words: text.trim() })),
  allergies: ({ doc }) => healthEntries(doc, "allergies"),
  medicines: ({ doc }) => healthEntries(doc, "medicines"),
  conditions: ({ doc }) => healthEntries(doc, "conditions"),
  symptoms: ({ doc }) =>
    latestSymptoms(doc).map((symptom) => ({
      id: symptom.id,
      words: [named(settled(symptom.what), symptomDetail(symptom, briefDay)), symptom.words.trim()]
        .filter(Boolean)
        .join(": "),
    })),
  happened: ({ doc, whom, today }) => daysOf(pastEvents(doc, whom, today)),
  records: recordEntriesOf,
  opinions: ({ doc, whom }) => opinionsFor(doc, whom).map((opinion) => opinionEntry(doc, opinion)),
};

function decideByEntries(doc: CaseDoc): SheetEntry[] {
  const { date, words, saidBy } = decideBy(doc);
  const [day, said, who] = [settled(date, knownDay), settled(words), settled(saidBy)];
  const sentences = [
    day === "" ? "" : t("sheet.decideByDate", { date: day }),
    said === "" ? "" : t("sheet.decideByWords", { words: isolated(said) }),
    who === "" ? "" : t("sheet.decideBySaidBy", { who: isolated(who) }),
  ];
  return [{ id: "decideBy", words: sentences.filter(Boolean).join(" ") }];
}

/** One entry per day, the latest day first. */
function daysOf(events: readonly PastEvent[]): SheetEntry[] {
  const byDay = new Map<string, string[]>();
  for (const event of events) byDay.set(event.day, [eventWords(event), ...(byDay.get(event.day) ?? [])]);
  return [...byDay].map(([day, words]) => ({
    id: day,
    day,
    words: words.filter(Boolean).join(" · "),
  }));
}

function eventWords(event: PastEvent): string {
  if (event.kind === "visit") return t("sheet.visit", { who: isolated(visitName(event.visit)) });
  if (event.kind === "record") return named(settled(event.record.what), settled(event.record.holder));
  const { what, change, words } = event.symptom;
  return named(settled(what) || words.trim(), change.value === "" ? "" : t(`symptoms.changeValues.${change.value}`));
}

/** The day of a record is left to the section on what has happened, where that is on the page. */
function recordEntriesOf({ doc, whom }: Asked): SheetEntry[] {
  const isToldByDay = isOnPage(doc, whom, "happened");
  const dayOf = ({ madeOn }: MedicalRecord) =>
    isToldByDay && isDay(madeOn.value) && madeOn.others.length === 0 ? "" : settled(madeOn, briefDay);
  const line = (record: MedicalRecord) =>
    isolated(named(settled(record.what) || settled(record.holder), dayOf(record)));
  const { here, missing } = recordsOf(doc);
  return [
    ...missing.map((record) => ({
      id: record.id,
      words: t(record.status.value === "asked" ? "sheet.notHere" : "sheet.toAsk", { record: line(record) }),
    })),
    ...here.map((record) => ({ id: record.id, words: t("sheet.withMe", { record: line(record) }) })),
  ];
}

function opinionEntry(doc: CaseDoc, opinion: Opinion): SheetEntry {
  const visit = visitOf(doc, opinion.visit.value);
  const who = settled(opinion.who) || (visit ? visitName(visit) : t("visitName.unnamed"));
  const [diagnosis, advice] = [opinion.diagnosis.trim(), opinion.recommended.trim()];
  const said = [
    named(who, settled(opinion.on, briefDay)),
    diagnosis === "" ? "" : t("sheet.diagnosis", { text: isolated(diagnosis) }),
    advice === "" ? "" : t("sheet.recommended", { text: isolated(advice) }),
  ];
  return { id: opinion.id, words: said.filter(Boolean).join(" · ") };
}

/** "Name (detail)", or whichever of the two there is. */
function named(name: string, detail: string): string {
  if (name === "" || detail === "") return name || detail;
  return `${isolated(name)} (${isolated(detail)})`;
}
