// The journey as six rows that open. The current one is open from the start and shows what to do there.
import { ChevronDown } from "lucide-preact";
import type { Journey } from "../../../domain/journey/journey";
import { messagesFrom } from "../../../i18n";
import homeWords from "../../../i18n/en/home.json";
import { AfterPaint } from "../../start/components/afterPaint";
import { Icon } from "../../start/components/icon";
import { Dot, LinkRow, Rows } from "../../start/components/rows";
import { type StageRow, stageRows } from "./stageRows";
import "./stages.css";

const t = messagesFrom(homeWords);

const marks = { done: "case.markDone", now: "case.markNow", later: "case.markLater" } as const;

export function Stages({ journey }: { journey: Journey }) {
  return (
    <section aria-labelledby="journey-heading">
      <h2 id="journey-heading" class="hidden-but-read">
        {t("case.journey")}
      </h2>
      <ol class="stages">
        {stageRows(journey).map((row) => (
          <li key={row.stage} class="stage">
            <StageDetails row={row} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StageDetails({ row }: { row: StageRow }) {
  const isNow = row.state === "now";
  return (
    <details open={isNow}>
      <summary class="stage-summary">
        <Dot mark={{ state: row.state, number: row.number, word: t(marks[row.state]) }} />
        <span class="row-words">
          <span class="row-title">{row.title}</span>
          <span class="quiet">{row.detail}</span>
        </span>
        <Icon of={ChevronDown} />
      </summary>
      <div class="stage-links">
        {isNow ? <StageLinks row={row} /> : <AfterPaint>{() => <StageLinks row={row} />}</AfterPaint>}
      </div>
    </details>
  );
}

function StageLinks({ row }: { row: StageRow }) {
  return (
    <Rows label={row.title}>
      {row.links.map((link) => (
        <LinkRow key={link.href + link.title} {...link} />
      ))}
    </Rows>
  );
}
