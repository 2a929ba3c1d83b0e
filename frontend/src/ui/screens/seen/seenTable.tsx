// The grid as a real table, of one doctor at a time on a narrow screen. Every cell is a link to the page where it is filled
// in. Amber is only what the next visit still needs.
import { Check, CircleHelp, EyeOff, Minus, Send } from "lucide-preact";
import type { Cell, CellState, Row, SeenGrid } from "../../../domain/seen/seenGrid";
import type { SeenItem } from "../../../domain/seen/seenItems";
import { messagesFrom } from "../../../i18n";
import { dayText, shortDayText } from "../../../i18n/dates";
import seenWords from "../../../i18n/en/seen.json";
import { useFirst } from "../../components/useFirst";
import { Button } from "../../start/components/button";
import { Icon } from "../../start/components/icon";
import { cellText, doctorName, itemName } from "./seenWords";
import "./seenTable.css";
import { today } from "../../start/localNow";

const t = messagesFrom(seenWords);

// More rows than this are shown on request: a table of 500 rows is slow on an old phone, and nobody reads it at once.
const ROWS_AT_FIRST = 30;

type Props = { grid: SeenGrid; classOf: (column: number) => string };

export function SeenTable({ grid, classOf }: Props) {
  const { shown, hidden, showAll } = useFirst(grid.rows, ROWS_AT_FIRST);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="seen" tabIndex={0} aria-label={t("seen.tableLabel")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("seen.item")}</th>
              {grid.doctors.map((doctor, at) => (
                <th key={doctor.key} scope="col" class={classOf(at)}>
                  <bdi>{doctorName(doctor)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <ItemRow key={row.item.id} row={row} grid={grid} classOf={classOf} />
            ))}
          </tbody>
        </table>
      </section>
      {hidden > 0 && (
        <Button look="plain" onClick={showAll}>
          {t("seen.showAll", { count: hidden })}
        </Button>
      )}
    </>
  );
}

function ItemRow({ row: { item, cells }, grid, classOf }: Props & { row: Row }) {
  return (
    <tr>
      <th scope="row">
        <bdi>{itemName(item)}</bdi>
        {item.on !== "" && <span class="quiet">{dayText(item.on)}</span>}
      </th>
      {cells.map((cell, at) => {
        const doctor = grid.doctors[at];
        return (
          doctor && (
            <td key={doctor.key} class={`${classOf(at)} ${isNeeded(cell, grid) ? "seen-gap" : ""}`}>
              <SeenCell item={item} cell={cell} doctor={doctorName(doctor)} />
            </td>
          )
        );
      })}
    </tr>
  );
}

function SeenCell({ item, cell, doctor }: { item: SeenItem; cell: Cell; doctor: string }) {
  const words = cellText(cell);
  if (cell.state === "own") return <span class="seen-cell">{words}</span>;
  return (
    <a
      class="seen-cell"
      href={`/case/seen/${encodeURIComponent(item.id)}/${encodeURIComponent(cell.visit)}`}
      aria-label={t("seen.cellLabel", { item: itemName(item), doctor, state: words })}
    >
      <span>
        <Icon of={iconOf(cell)} small />
        {words}
      </span>
      {cell.state === "given" && cell.said.on.value !== "" && (
        <span class="quiet">{shortDayText(cell.said.on.value, today())}</span>
      )}
    </a>
  );
}

function isNeeded(cell: Cell, { nextVisit }: SeenGrid): boolean {
  return cell.visit === nextVisit && (cell.isDisputed || gaps.has(cell.state));
}

const gaps: ReadonlySet<CellState> = new Set(["", "left-out"]);

function iconOf({ state, isDisputed }: Cell) {
  if (isDisputed || state === "offered") return CircleHelp;
  if (state === "given" || state === "held") return Check;
  if (state === "asked" || state === "sent") return Send;
  return state === "left-out" ? EyeOff : Minus;
}
