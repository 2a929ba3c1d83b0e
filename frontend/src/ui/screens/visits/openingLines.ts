// Words to begin a visit with. Each says honestly that it is about a second opinion, and none is offered where it is
// not true: not at a first visit, not at a visit about something else, and a third doctor is not called the second. The
// first doctor, seen again, is told that there is another opinion. Pure.
import type { CaseDoc } from "../../../domain/case/document";
import { goesBack } from "../../../domain/opinions/opinions";
import type { Visit, VisitPart } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";

const t = messagesFrom(visitWords);

export function openingLines(doc: CaseDoc, visit: Visit): string[] {
  return linesFor(goesBack(doc, visit) ? "back" : visit.part.value);
}

export function linesFor(part: VisitPart): string[] {
  if (part === "first" || part === "other") return [];
  if (part === "back") return [t("visitBefore.back1"), t("visitBefore.back2"), t("visitBefore.back3")];
  const lines = [t("visitBefore.line1"), t("visitBefore.line2"), t("visitBefore.line3")];
  return part === "further" ? lines : [...lines, t("visitBefore.line4")];
}

/** What the room shows first: the chosen words, else a line that fits; "" when none does. */
export function openingOf(doc: CaseDoc, visit: Visit): string {
  return visit.opening.value.trim() || openingLines(doc, visit)[0] || "";
}
