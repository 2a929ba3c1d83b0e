// The picture of the days: four lanes, a line for today and one for the decide-by date. Hidden from screen readers,
// because the list beside it says the same. Drawn with logical properties, so that right-to-left mirrors by itself.

import type { Drawing, Mark } from "../../../domain/timeline/timeline";
import { lanes } from "../../../domain/timeline/timelineEvents";
import { messagesFrom } from "../../../i18n";
import { nearDayText, shortDayText } from "../../../i18n/dates";
import timelineWords from "../../../i18n/en/timeline.json";
import { Card } from "../../start/components/card";
import "./drawn.css";

const t = messagesFrom(timelineWords);

export function Drawn({ drawing, today }: { drawing: Drawing; today: string }) {
  return (
    <Card heading={t("timeline.picture")}>
      <div class="days-drawn" aria-hidden="true">
        <div class="days-lanes">
          {lanes.map((lane) => (
            <div key={lane} class="days-lane">
              <span class="days-label">{t(`timeline.lane.${lane}`)}</span>
              <div class="days-track">
                {lane === "letter" && drawing.spans.map((span) => <Span key={span.id} {...span} />)}
                {drawing.marks
                  .filter((mark) => mark.lane === lane)
                  .map((mark) => (
                    <Drop key={`${mark.day}${mark.kind}`} mark={mark} />
                  ))}
              </div>
            </div>
          ))}
          <div class="days-over">
            <span class="days-today" style={{ insetInlineStart: share(drawing.today) }} />
            {drawing.decideBy !== null && (
              <span class="days-limit" style={{ insetInlineStart: share(drawing.decideBy) }} />
            )}
          </div>
        </div>
        <p class="days-ends">
          <span>
            {drawing.isCut.before
              ? t("timeline.before", { date: shortDayText(drawing.from, today) })
              : shortDayText(drawing.from, today)}
          </span>
          <span>
            {drawing.isCut.after
              ? t("timeline.after", { date: shortDayText(drawing.to, today) })
              : shortDayText(drawing.to, today)}
          </span>
        </p>
        <p class="days-key">
          <span>
            <span class="days-swatch days-today" /> {t("timeline.todayIs", { date: nearDayText(today, today) })}
          </span>
          {drawing.decideBy !== null && (
            <span>
              <span class="days-swatch days-limit" />{" "}
              {t("timeline.limitIs", { date: nearDayText(drawing.decideByDay, today) })}
            </span>
          )}
        </p>
      </div>
      <p class="quiet">{t("timeline.pictureHint")}</p>
    </Card>
  );
}

function Drop({ mark }: { mark: Mark }) {
  return (
    <span class={`days-mark days-mark-${mark.kind ?? "mixed"}`} style={{ insetInlineStart: share(mark.at) }}>
      {mark.count > 1 ? mark.count : ""}
    </span>
  );
}

function Span({ from, to }: { from: number; to: number }) {
  return (
    <span class="days-span" style={{ insetInlineStart: share(from), inlineSize: share(Math.max(0, to - from)) }} />
  );
}

function share(of: number): string {
  return `${of * 100}%`;
}
