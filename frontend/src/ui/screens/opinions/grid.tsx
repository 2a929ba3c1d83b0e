// The grid: a column per doctor, first the one that the others are compared with, and below each part the patient's
// mark. If the columns do not fit, they scroll inside a region of their own that the keyboard can reach.

import { type Comparison, opinionsOf } from "../../../domain/opinions/comparison";
import { type Opinion, type OpinionRow, opinionRows } from "../../../domain/opinions/opinionEntries";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import compareWords from "../../../i18n/en/compare.json";
import opinionsWords from "../../../i18n/en/opinions.json";
import { addressOf } from "../../entries/entryNames";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { Card } from "../../start/components/card";
import { useOpened } from "../../start/useCase";
import { MarkOf } from "./mark";
import "./grid.css";

const t = messagesFrom(compareWords, opinionsWords);

type Props = { compared: Comparison };

export function Grid({ compared }: Props) {
  const columns = opinionsOf(compared);
  const spoken = opinionRows.filter((row) => columns.some((opinion) => opinion[row].trim() !== ""));
  const silent = opinionRows.filter((row) => !spoken.includes(row)).map((row) => t(`opinions.rows.${row}`));
  return (
    <>
      <Table compared={compared} columns={columns} rows={spoken} />
      {silent.length > 0 && <p class="quiet">{t("compare.nobody", { rows: silent.join(", ") })}</p>}
      <More columns={columns} />
    </>
  );
}

/** What a doctor said beyond the rows is compared with nothing, but not left out. */
function More({ columns }: { columns: readonly Opinion[] }) {
  const opened = useOpened();
  const said = columns.filter(({ more }) => more.trim() !== "");
  if (said.length === 0) return null;
  return (
    <Card heading={t("opinions.more")}>
      {said.map((opinion) => (
        <div key={opinion.id}>
          <p>
            <b>
              <bdi>{doctorOfOpinion(opened.doc, opinion)}</bdi>
            </b>
          </p>
          <div class="grid-words" dir="auto">
            {opinion.more}
          </div>
        </div>
      ))}
    </Card>
  );
}

function Table({ compared, columns, rows }: Props & { columns: readonly Opinion[]; rows: readonly OpinionRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="grid-scroll" aria-label={t("compare.region")} tabIndex={0}>
      <table class={columns.length > 2 ? "grid grid-wide" : "grid"}>
        <thead>
          <tr>
            {columns.map((opinion) => (
              <Doctor key={opinion.id} opinion={opinion} />
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <Part key={row} compared={compared} row={row} columns={columns} />
        ))}
      </table>
    </section>
  );
}

function Doctor({ opinion }: { opinion: Opinion }) {
  const opened = useOpened();
  return (
    <th scope="col">
      <a class="grid-doctor" href={addressOf("opinions", opinion.id)}>
        <bdi>{doctorOfOpinion(opened.doc, opinion)}</bdi>
      </a>
      <span class="quiet">{opinion.on.value === "" ? t("compare.noDay") : dayText(opinion.on.value)}</span>
    </th>
  );
}

function Part({ compared, row, columns }: Props & { row: OpinionRow; columns: readonly Opinion[] }) {
  const isPair = compared.later.length === 1;
  return (
    <tbody>
      <tr>
        <th class="grid-part" scope="rowgroup" colSpan={columns.length}>
          <span class="grid-stay">{t(`opinions.rows.${row}`)}</span>
        </th>
      </tr>
      <tr>
        {columns.map((opinion) => (
          <td key={opinion.id}>
            <Who opinion={opinion} />
            {opinion[row].trim() === "" ? (
              <span class="quiet">{t("compare.nothing")}</span>
            ) : (
              <div class="grid-words" dir="auto">
                {opinion[row]}
              </div>
            )}
          </td>
        ))}
      </tr>
      <tr>
        {!isPair && <td />}
        {compared.later.map((later) => (
          <td key={later.opinion.id} colSpan={isPair ? 2 : 1}>
            {!isPair && <Who opinion={later.opinion} />}
            <MarkOf first={compared.first} later={later} row={row} />
          </td>
        ))}
      </tr>
    </tbody>
  );
}

/** The doctor's name inside the cell, for when the cells are stacked. */
function Who({ opinion }: { opinion: Opinion }) {
  const opened = useOpened();
  return (
    <span class="grid-who">
      <bdi>{doctorOfOpinion(opened.doc, opinion)}</bdi>
    </span>
  );
}
