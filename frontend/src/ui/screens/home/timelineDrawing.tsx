// The line from today to the date, with the visits on it. The text below and beside it says the same.
import { messagesFrom } from "../../../i18n";
import { shortDayText } from "../../../i18n/dates";
import homeWords from "../../../i18n/en/home.json";
import type { Timeline } from "./timeline";
import "./timeline.css";
import { today } from "../../start/localNow";

const t = messagesFrom(homeWords);

export function TimelineDrawing({ timeline }: { timeline: Timeline }) {
  return (
    <div class="timeline">
      <svg class="timeline-line" aria-hidden="true" focusable="false" height="28">
        <line class="timeline-ahead" x1={at(0)} y1="14" x2={at(1)} y2="14" />
        <line class="timeline-until" x1={at(0)} y1="14" x2={at(timeline.decideAt)} y2="14" />
        <circle class="timeline-today" cx={at(0)} cy="14" r="6" />
        {timeline.visitsAt.map((visitAt) => (
          <circle key={visitAt} class="timeline-visit" cx={at(visitAt)} cy="14" r="8" />
        ))}
        <line class="timeline-decide" x1={at(timeline.decideAt)} y1="3" x2={at(timeline.decideAt)} y2="25" />
      </svg>
      <p class="timeline-words">
        <span>{t("decideBy.today")}</span>
        {timeline.isNextLate && <span>{t("decideBy.decide")}</span>}
        {timeline.next && (
          <span>{t("decideBy.visitOn", { date: shortDayText(timeline.next.when.value, today()) })}</span>
        )}
        {!timeline.isNextLate && <span>{t("decideBy.decide")}</span>}
      </p>
    </div>
  );
}

// The marks are wider than a point, so the line keeps a margin for them on both sides.
function at(share: number): string {
  return `${3 + share * 94}%`;
}
