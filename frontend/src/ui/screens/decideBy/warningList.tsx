// Everything that the deadline check found, each with what to say on the phone and a link to where it can be put right.
// It names conflicts. How long the person may wait is for the doctor alone to say.

import type { Warning } from "../../../domain/decideBy/deadlineCheck";
import { factsOf, warningsOf } from "../../../domain/journey/facts";
import { messagesFrom } from "../../../i18n";
import { nearDayText } from "../../../i18n/dates";
import decideByWords from "../../../i18n/en/decideBy.json";
import { addressOf } from "../../entries/entryNames";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { localNow } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import { useAnswerTimeOfCountry } from "../../start/useLibrary";
import { warningTexts } from "../home/warningText";
import { LateRecords } from "./lateRecords";
import { toSay } from "./toSay";
import { WordsToSay } from "./wordsToSay";

const t = messagesFrom(decideByWords);

/** The conflicts. A missing answer is not among them: the page itself asks for one. */
export function WarningList() {
  const opened = useOpened();
  // A component that reads a signal (the country) is not rendered again with its parent, so it must subscribe itself.
  const now = localNow();
  const today = now.slice(0, 10);
  const found = warningsOf(opened.doc, now, factsOf(opened.doc, now, useAnswerTimeOfCountry()));
  const late = found.filter((one) => one.code === "records-late");
  return (
    <>
      {found.map((warning) => (
        <Found key={keyOf(warning)} warning={warning} today={today} />
      ))}
      {late.length > 0 && <LateRecords found={late} today={today} />}
    </>
  );
}

function Found({ warning, today }: { warning: Warning; today: string }) {
  if (warning.code === "no-date" || warning.code === "records-late") return null;
  const link = linkOf(warning);
  return (
    <Card tone="attention" heading={warningTexts([warning], today)[0]}>
      {warning.code === "conflict" && <p>{warning.dates.map((date) => nearDayText(date, today)).join(" · ")}</p>}
      <WordsToSay said={toSay(warning, today)} />
      {link && (
        <ButtonLink look="quiet" href={link.href}>
          {link.words}
        </ButtonLink>
      )}
    </Card>
  );
}

function linkOf(warning: Warning): { href: string; words: string } | null {
  if (warning.code === "no-visit-before") return { href: "/case/visits", words: t("deadline.openVisits") };
  if (warning.code !== "visit-after-date") return null;
  return { href: addressOf("visits", warning.visit.id), words: t("deadline.openVisit") };
}

function keyOf(warning: Warning): string {
  return warning.code === "visit-after-date" ? warning.visit.id : warning.code;
}
