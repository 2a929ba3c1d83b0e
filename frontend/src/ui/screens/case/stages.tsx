// The way as six rows that open: the present one is open already and shows what to do there.
import { ChevronDown } from "lucide-preact";
import type { Journey } from "../../../domain/journey";
import { t } from "../../../i18n";
import { AfterPaint } from "../../components/afterPaint";
import { Icon } from "../../components/icon";
import { Dot, LinkRow, Rows } from "../../components/rows";
import { type StageRow, stageRows } from "./stageRows";
import "./stages.css";

const words = { done: t("case.markDone"), now: t("case.markNow"), later: t("case.markLater") } as const;

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
        <Dot mark={{ state: row.state, number: row.number, word: words[row.state] }} />
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
