// Records that may not be here in time: which ones, since when they are asked for, and what to say to who has them.
import "../../../i18n/words/guard";
import type { Awaited, Warning } from "../../../domain/guard";
import { t } from "../../../i18n";
import { nearDayText } from "../../../i18n/dates";
import { ButtonLink } from "../../components/button";
import { Card } from "../../components/card";
import { LinkRow, Rows } from "../../components/rows";
import { addressOf } from "../../entryNames";
import { isolated } from "../../isolate";
import { toSay } from "./toSay";
import { WordsToSay } from "./wordsToSay";

type Late = Extract<Warning, { code: "records-late" }>;

/** Beyond this the list of records itself is the better place to look. */
const MOST_SHOWN = 5;

export function LateRecords({ found, today }: { found: readonly Late[]; today: string }) {
  const [first] = found;
  if (!first) return null;
  const more = found.length - MOST_SHOWN;
  return (
    <Card tone="attention" heading={t("decideBy.recordsLate", { count: found.length })}>
      <Rows>
        {found.slice(0, MOST_SHOWN).map((late) => (
          <LinkRow
            key={late.awaited.id}
            href={addressOf(late.awaited.kind, late.awaited.id)}
            title={nameOf(late.awaited)}
            detail={stateOf(late, today)}
          />
        ))}
      </Rows>
      {more > 0 && <p>{t("guard.moreRecords", { count: more })}</p>}
      <WordsToSay said={toSay(first, today)} />
      <ButtonLink look="quiet" href="/case/records">
        {t("guard.openRecords")}
      </ButtonLink>
    </Card>
  );
}

function nameOf({ kind, what }: Awaited): string {
  if (kind === "records") return what === "" ? t("guard.unnamed") : isolated(what);
  return what === "" ? t("guard.letter") : t("guard.letterTo", { holder: isolated(what) });
}

function stateOf({ awaited, expected }: Late, today: string): string {
  const state = askedText(awaited, today);
  return expected === "" ? state : t("guard.upTo", { state, date: nearDayText(expected, today) });
}

function askedText({ isAsked, askedOn }: Awaited, today: string): string {
  if (!isAsked) return t("guard.notAsked");
  return askedOn === "" ? t("guard.askedNoDay") : t("guard.asked", { date: nearDayText(askedOn, today) });
}
