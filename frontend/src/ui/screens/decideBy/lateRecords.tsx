// Records that may not arrive in time: which ones, when they were requested, and what to say to those who have them.
import type { Awaited, LateRecord } from "../../../domain/decideBy/deadlineCheck";
import { messagesFrom } from "../../../i18n";
import { nearDayText } from "../../../i18n/dates";
import decideByWords from "../../../i18n/en/decideBy.json";
import homeWords from "../../../i18n/en/home.json";
import { addressOf } from "../../entries/entryNames";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { LinkRow, Rows } from "../../start/components/rows";
import { isolated } from "../../start/isolate";
import { toSay } from "./toSay";
import { WordsToSay } from "./wordsToSay";

const t = messagesFrom(decideByWords, homeWords);

/** Beyond this many, the list of records is the better place to look. */
const MOST_SHOWN = 5;

export function LateRecords({ found, today }: { found: readonly LateRecord[]; today: string }) {
  const shown = overdueFirst(found).slice(0, MOST_SHOWN);
  const [first] = shown;
  if (!first) return null;
  const more = found.length - MOST_SHOWN;
  return (
    <Card tone="attention" heading={t("decideBy.recordsLate", { count: found.length })}>
      <Rows>
        {shown.map((late) => (
          <LinkRow
            key={late.awaited.id}
            href={addressOf(late.awaited.kind, late.awaited.id)}
            title={nameOf(late.awaited)}
            detail={stateOf(late, today)}
          />
        ))}
      </Rows>
      {more > 0 && <p>{t("deadline.moreRecords", { count: more })}</p>}
      <WordsToSay said={toSay(first, today)} />
      <ButtonLink look="quiet" href="/case/records">
        {t("deadline.openRecords")}
      </ButtonLink>
    </Card>
  );
}

/** A person who reads only one line, or makes only one call, should make that one. */
export function overdueFirst(found: readonly LateRecord[]): LateRecord[] {
  return [...found].sort((a, b) => Number(b.isOverdue) - Number(a.isOverdue));
}

function nameOf({ kind, what }: Awaited): string {
  if (kind === "records") return what === "" ? t("deadline.unnamed") : isolated(what);
  return what === "" ? t("deadline.letter") : t("deadline.letterTo", { holder: isolated(what) });
}

function stateOf({ awaited, isOverdue }: LateRecord, today: string): string {
  const state = askedText(awaited, today);
  if (awaited.due === null) return state;
  const { from, last } = awaited.due;
  const date = nearDayText(last, today);
  return isOverdue
    ? t("deadline.wasUpTo", { state, from: nearDayText(from, today), date })
    : t("deadline.upTo", { state, date });
}

function askedText({ isAsked, askedOn }: Awaited, today: string): string {
  if (!isAsked) return t("deadline.notAsked");
  return askedOn === "" ? t("deadline.askedNoDay") : t("deadline.asked", { date: nearDayText(askedOn, today) });
}
