// The comparison as plain text, to share or copy: part by part, every doctor's words and the patient's mark.

import type { CaseDoc } from "../../../domain/case/document";
import { type Compared, type Comparison, opinionsOf } from "../../../domain/opinions/comparison";
import { type OpinionRow, opinionRows } from "../../../domain/opinions/opinionEntries";
import { language, messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import compareWords from "../../../i18n/en/compare.json";
import opinionsWords from "../../../i18n/en/opinions.json";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { writtenBy } from "../../text/writtenBy";
import { markIsOpen, markText } from "./mark";

const t = messagesFrom(compareWords, opinionsWords);

export function comparisonText(doc: CaseDoc, compared: Comparison, today: string): string {
  const head = [t("compare.printTitle"), t("compare.printNote", { who: writtenBy(doc), date: dayText(today) })];
  const parts = opinionRows.map((row) => partText(doc, compared, row));
  return [head.join("\n"), ...parts, ...moreText(doc, compared), t("compare.bothSound")].join("\n\n");
}

function moreText(doc: CaseDoc, compared: Comparison): string[] {
  const said = opinionsOf(compared).filter(({ more }) => more.trim() !== "");
  if (said.length === 0) return [];
  const lines = said.map((opinion) => `${doctorOfOpinion(doc, opinion)}: ${opinion.more.trim()}`);
  return [[t("opinions.more").toLocaleUpperCase(language), ...lines].join("\n")];
}

function partText(doc: CaseDoc, { first, later }: Comparison, row: OpinionRow): string {
  const saidBy = (opinion: Comparison["first"]) =>
    `${doctorOfOpinion(doc, opinion)}: ${opinion[row].trim() || t("compare.nothing")}`;
  const lines = later.flatMap((one) => [saidBy(one.opinion), ...markLines(doc, first, one, row)]);
  return [t(`opinions.rows.${row}`).toLocaleUpperCase(language), saidBy(first), ...lines].join("\n");
}

function markLines(doc: CaseDoc, first: Comparison["first"], later: Compared, row: OpinionRow): string[] {
  const compared = later.rows.find((one) => one.row === row);
  if (compared === undefined || markIsOpen(compared)) return [];
  return [`(${t("compare.printMark", { mark: markText(doc, first, later.opinion, compared) })})`];
}
