// The whole comparison, on one page that prints: a table for two or three doctors, one below the other when there are
// more, as on a narrow screen. The name of a row leads to its own screen, where it is marked. The words and marks are
// those of whoever writes the case, and the page says so.

import { type Compared, type Comparison, comparison, opinionsOf } from "../../../domain/opinions/comparison";
import { type Opinion, type OpinionRow, opinionRows } from "../../../domain/opinions/opinionEntries";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import compareWords from "../../../i18n/en/compare.json";
import opinionsWords from "../../../i18n/en/opinions.json";
import { CaseScreen } from "../../components/caseScreen";
import { Paper, PaperTools } from "../../components/paper";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { today } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import { writtenBy } from "../../text/writtenBy";
import { comparisonText } from "./comparisonText";
import { markIsOpen, markText } from "./mark";
import "./compareAll.css";

const t = messagesFrom(compareWords, opinionsWords);

const MOST_COLUMNS = 3;
type Props = { compared: Comparison };

export function CompareAll() {
  return (
    <CaseScreen title={t("compare.printTitle")} back="/case/compare" wide dock={<Tools />}>
      <Sheet />
    </CaseScreen>
  );
}

function Tools() {
  const opened = useOpened();
  const compared = comparison(opened.doc);
  return compared && <PaperTools textOf={() => comparisonText(opened.doc, compared, today())} />;
}

function Sheet() {
  const opened = useOpened();
  const compared = comparison(opened.doc);
  if (compared === null) return <p>{t("compare.emptyWhy")}</p>;
  return (
    <Paper label={t("compare.printTitle")}>
      <h2>{t("compare.printTitle")}</h2>
      <p>{t("compare.printNote", { who: writtenBy(opened.doc), date: dayText(today()) })}</p>
      {compared.later.length < MOST_COLUMNS ? (
        <Table compared={compared} />
      ) : (
        opinionRows.map((row) => <Stacked key={row} compared={compared} row={row} />)
      )}
      <More compared={compared} />
      <p>{t("compare.bothSound")}</p>
    </Paper>
  );
}

function More({ compared }: Props) {
  const opened = useOpened();
  const said = opinionsOf(compared).filter(({ more }) => more.trim() !== "");
  if (said.length === 0) return null;
  return (
    <>
      <h3>{t("opinions.more")}</h3>
      {said.map((opinion) => (
        <div key={opinion.id} class="sheet-words" dir="auto">
          <bdi>{doctorOfOpinion(opened.doc, opinion)}</bdi>: {opinion.more}
        </div>
      ))}
    </>
  );
}

function Table({ compared }: Props) {
  const columns = opinionsOf(compared);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls on a narrow screen must be reached by the keyboard
    <section class="sheet-scroll" aria-label={t("compare.region")} tabIndex={0}>
      <table class="sheet-table">
        <thead>
          <tr>
            <th scope="col">{t("compare.part")}</th>
            {columns.map((opinion) => (
              <th key={opinion.id} scope="col">
                <Heading opinion={opinion} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {opinionRows.map((row) => (
            <tr key={row}>
              <th scope="row">
                <RowLink row={row} />
              </th>
              <td>
                <Who opinion={compared.first} />
                <Words opinion={compared.first} row={row} />
              </td>
              {compared.later.map((later) => (
                <td key={later.opinion.id}>
                  <Who opinion={later.opinion} />
                  <Words opinion={later.opinion} row={row} />
                  <Mark first={compared.first} later={later} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Stacked({ compared, row }: Props & { row: OpinionRow }) {
  return (
    <section>
      <h3>
        <RowLink row={row} />
      </h3>
      <dl class="sheet-list">
        <dt>
          <Heading opinion={compared.first} />
        </dt>
        <dd>
          <Words opinion={compared.first} row={row} />
        </dd>
        {compared.later.map((later) => [
          <dt key={`${later.opinion.id}-who`}>
            <Heading opinion={later.opinion} />
          </dt>,
          <dd key={later.opinion.id}>
            <Words opinion={later.opinion} row={row} />
            <Mark first={compared.first} later={later} row={row} />
          </dd>,
        ])}
      </dl>
    </section>
  );
}

function RowLink({ row }: { row: OpinionRow }) {
  return (
    <a class="compared-row" href={`/case/compare/${row}`}>
      {t(`opinions.rows.${row}`)}
    </a>
  );
}

/** The doctor's name inside the cell, where the cells are stacked. */
function Who({ opinion }: { opinion: Opinion }) {
  const opened = useOpened();
  return (
    <span class="sheet-who">
      <bdi>{doctorOfOpinion(opened.doc, opinion)}</bdi>
    </span>
  );
}

function Heading({ opinion }: { opinion: Opinion }) {
  const opened = useOpened();
  return (
    <>
      <bdi>{doctorOfOpinion(opened.doc, opinion)}</bdi>
      {opinion.on.value !== "" && <span class="sheet-day"> {dayText(opinion.on.value)}</span>}
    </>
  );
}

type MarkProps = { first: Opinion; later: Compared; row: OpinionRow };

function Mark({ first, later, row }: MarkProps) {
  const opened = useOpened();
  const compared = later.rows.find((one) => one.row === row);
  if (compared === undefined || markIsOpen(compared)) return null;
  return (
    <span class="sheet-mark">
      {t("compare.printMark", { mark: markText(opened.doc, first, later.opinion, compared) })}
    </span>
  );
}

function Words({ opinion, row }: { opinion: Opinion; row: OpinionRow }) {
  const said = opinion[row];
  return (
    <div class="sheet-words" dir="auto">
      {said.trim() === "" ? t("compare.nothing") : said}
    </div>
  );
}
