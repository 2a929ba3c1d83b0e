// The summary as printed. The same drawing is measured, shown and printed, so that what fits the ruler fits the page.
import { messagesFrom } from "../../../i18n";
import summaryWords from "../../../i18n/en/summary.json";
import { keptByEntry, type LaidEntry, type LaidPart, rows } from "./layout";
import { sectionTitle } from "./sectionTitle";
import "./sheet.css";

const t = messagesFrom(summaryWords);

/** `isHelped`: whoever helps speaks of the patient. `entered` says that no doctor wrote it. */
export type SheetHead = { title: string; lines: string[]; isHelped: boolean; entered: string; sendReport: boolean };
/** Type of 13, 12 or 11 points. */
export type SheetSize = 13 | 12 | 11;
type Kept = readonly (readonly boolean[])[];
type Props = {
  head: SheetHead;
  parts: readonly LaidPart[];
  kept: Kept;
  note: string;
  size: SheetSize;
  isExact?: boolean;
};

/** `isExact` gives it the paper's width and font size on the screen, too. */
export function Sheet({ head, parts, kept, note, size, isExact = false }: Props) {
  return (
    <div class={sheetClass(size, isExact)}>
      <header class="sheet-head">
        <h2>{head.title}</h2>
        {head.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </header>
      {rows.map((columns, row) => (
        // By position: the rows of the page never change
        <Row
          key={row}
          columns={columns.map((sections) => parts.filter((part) => sections.includes(part.section)))}
          parts={parts}
          kept={kept}
          isHelped={head.isHelped}
        />
      ))}
      <footer class="sheet-foot">
        {note !== "" && <p class="sheet-note">{note}</p>}
        <p>
          {head.entered} {head.sendReport && t("sheet.sendReport")}
        </p>
      </footer>
    </div>
  );
}

type RowProps = { columns: LaidPart[][]; parts: readonly LaidPart[]; kept: Kept; isHelped: boolean };

/** Columns depend on what the case holds before anything is cut: otherwise the width would change after measuring. */
function Row({ columns, parts, kept, isHelped }: RowProps) {
  const filled = columns.filter((column) => column.length > 0);
  return (
    <div class={filled.length > 1 ? "sheet-row sheet-row-two" : "sheet-row"}>
      {filled.map((column) => (
        <div key={column[0]?.section} class="sheet-column">
          {column.map((part) => (
            <Part key={part.section} part={part} kept={kept[parts.indexOf(part)] ?? []} isHelped={isHelped} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Part({ part, kept, isHelped }: { part: LaidPart; kept: readonly boolean[]; isHelped: boolean }) {
  if (!kept.includes(true)) return null;
  const byEntry = keptByEntry(part, kept);
  const entries = part.entries
    .map((entry, at) => ({ entry, kept: byEntry[at] ?? [], at }))
    .filter((one) => one.kept.includes(true));
  // Entries are ranked with the most important first, but events are told from the beginning.
  if (part.section === "happened") entries.reverse();
  const items = entries.map((one) => <Entry key={one.entry.id} {...one} />);
  return (
    <section class={`sheet-part sheet-${part.section}`} data-part={part.section}>
      <h3>{sectionTitle(part.section, isHelped)}</h3>
      {part.section === "questions" ? <ol>{items}</ol> : <ul>{items}</ul>}
    </section>
  );
}

function Entry({ entry, kept, at }: { entry: LaidEntry; kept: readonly boolean[]; at: number }) {
  return (
    <li>
      {entry.lead !== "" && <span class="sheet-lead">{entry.lead}</span>}
      <div>
        {entry.pieces.map(
          (words, piece) =>
            kept[piece] && (
              // By position: two pieces of a text may be alike, and their order never changes
              <p key={piece} dir="auto" data-piece={pieceName(at, piece)}>
                {goesOn(kept, piece) ? t("sheet.goesOn", { text: words }) : words}
              </p>
            ),
        )}
      </div>
    </li>
  );
}

function goesOn(kept: readonly boolean[], piece: number): boolean {
  return kept[piece + 1] === false;
}

export function sheetClass(size: SheetSize, isExact: boolean): string {
  return isExact ? `sheet sheet-exact sheet-${size}` : `sheet sheet-${size}`;
}

/** Identifies a drawn piece by its position among the entries of its part. */
export function pieceName(entry: number, piece: number): string {
  return `${entry}/${piece}`;
}
