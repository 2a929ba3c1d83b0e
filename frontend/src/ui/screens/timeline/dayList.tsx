// The days as a list, in chronological order, with today among them. Of a long list, the days nearest to today are
// shown first and the rest on request.
import { Plus } from "lucide-preact";
import type { TimelineEvent } from "../../../domain/timeline/timelineEvents";
import { messagesFrom } from "../../../i18n";
import { nearDayText } from "../../../i18n/dates";
import timelineWords from "../../../i18n/en/timeline.json";
import { useFirst } from "../../components/useFirst";
import { addressOf } from "../../entries/entryNames";
import { Button } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { excerpt } from "../../text/excerpt";

const t = messagesFrom(timelineWords);

// On either side of today.
const AT_FIRST = 30;

export function DayList({ dated, today }: { dated: readonly TimelineEvent[]; today: string }) {
  const past = useFirst(dated.filter(({ day }) => day < today).reverse(), AT_FIRST);
  const ahead = useFirst(
    dated.filter(({ day }) => day >= today),
    AT_FIRST,
  );
  const days = byDay([...past.shown].reverse().concat(ahead.shown));
  if (!days.has(today)) days.set(today, []);
  const ordered = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <section class="stack" aria-label={t("timeline.list")}>
      {past.hidden > 0 && (
        <Button look="plain" icon={Plus} onClick={past.showAll}>
          {t("timeline.earlier", { count: past.hidden })}
        </Button>
      )}
      {ordered.map(([day, some]) => (
        <section key={day}>
          <h2>{day === today ? t("timeline.todayIs", { date: nearDayText(day, today) }) : nearDayText(day, today)}</h2>
          {some.length === 0 ? <p class="quiet">{t("timeline.nothingToday")}</p> : <Rows>{some.map(row)}</Rows>}
        </section>
      ))}
      {ahead.hidden > 0 && (
        <Button look="plain" icon={Plus} onClick={ahead.showAll}>
          {t("timeline.later", { count: ahead.hidden })}
        </Button>
      )}
    </section>
  );
}

function row({ day, time, kind, entry, words }: TimelineEvent) {
  const name = t(`timeline.kind.${kind}`);
  const about = time === "" ? name : t("timeline.at", { what: name, time });
  return (
    <LinkRow
      key={`${day}${kind}${entry?.id ?? ""}`}
      href={entry === null ? "/case/decide-by" : addressOf(entry.kind, entry.id)}
      title={words === "" ? about : <bdi>{excerpt(words)}</bdi>}
      detail={words === "" ? undefined : about}
    />
  );
}

function byDay(dated: readonly TimelineEvent[]): Map<string, TimelineEvent[]> {
  const days = new Map<string, TimelineEvent[]>();
  for (const one of dated) {
    const known = days.get(one.day);
    if (known) known.push(one);
    else days.set(one.day, [one]);
  }
  return days;
}
