// The days as a list, in the order in which they tell the story. Today stands among them.
import "../../../i18n/words/timeline";
import type { Happening } from "../../../domain/happenings";
import { t } from "../../../i18n";
import { nearDayText } from "../../../i18n/dates";
import { LinkRow, Rows } from "../../components/rows";
import { addressOf } from "../../entryNames";
import { excerpt } from "../../excerpt";

export function DayList({ dated, today }: { dated: readonly Happening[]; today: string }) {
  const days = byDay(dated);
  if (!days.has(today)) days.set(today, []);
  const ordered = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <section class="stack" aria-label={t("timeline.list")}>
      {ordered.map(([day, some]) => (
        <section key={day}>
          <h2>{day === today ? t("timeline.todayIs", { date: nearDayText(day, today) }) : nearDayText(day, today)}</h2>
          {some.length === 0 ? <p class="quiet">{t("timeline.nothingToday")}</p> : <Rows>{some.map(row)}</Rows>}
        </section>
      ))}
    </section>
  );
}

function row({ day, time, kind, entry, words }: Happening) {
  const name = t(`timeline.kind.${kind}`);
  const about = time === "" ? name : t("timeline.at", { what: name, time });
  return (
    <LinkRow
      key={`${day}${kind}${entry?.id ?? ""}`}
      href={entry === null ? "/case/decide-by" : addressOf(entry.kind, entry.id)}
      title={words === "" ? about : <bdi>{excerpt(words, "")}</bdi>}
      detail={words === "" ? undefined : about}
    />
  );
}

function byDay(dated: readonly Happening[]): Map<string, Happening[]> {
  const days = new Map<string, Happening[]>();
  for (const one of dated) {
    const known = days.get(one.day);
    if (known) known.push(one);
    else days.set(one.day, [one]);
  }
  return days;
}
