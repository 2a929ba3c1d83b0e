// The line from today to the date, with the visits on it, each with its label below its mark.
import { Fragment } from "preact";
import { messagesFrom } from "../../../i18n";
import { nearDayText, shortDayText } from "../../../i18n/dates";
import homeWords from "../../../i18n/en/home.json";
import type { Mark } from "./timeline";
import "./timeline.css";

const t = messagesFrom(homeWords);

export function TimelineDrawing({ marks, today }: { marks: readonly Mark[]; today: string }) {
  return (
    <ol class="timeline">
      {marks.map(({ kind, day, gap }) => (
        <Fragment key={kind + day}>
          {kind !== "today" && <li class="timeline-gap" aria-hidden="true" style={{ flexGrow: gap }} />}
          <li class={`timeline-${kind}`}>{labelOf(kind, day, today)}</li>
        </Fragment>
      ))}
    </ol>
  );
}

function labelOf(kind: Mark["kind"], day: string, today: string): string {
  if (kind === "today") return t("decideBy.today");
  return kind === "visit" ? t("decideBy.visitOn", { date: shortDayText(day, today) }) : nearDayText(day, today);
}
