// A table of doctors on a narrow screen: one of them at a time, chosen above it. A wide screen and paper show them all.
import { useState } from "preact/hooks";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import { Choice } from "./choice";
import "./oneColumn.css";

const t = messagesFrom(entriesWords);

/** `first` is the column that is shown at first. */
export function useOneColumn(names: readonly string[], first = 0) {
  const [at, setAt] = useState(first);
  const shown = at < names.length ? at : 0;
  const picker = names.length > 1 && (
    <div class="one-column">
      <Choice
        legend={t("column.which")}
        options={names.map((label, nth) => ({ value: String(nth), label }))}
        value={String(shown)}
        onChoose={(nth) => setAt(Number(nth))}
        compact
      />
    </div>
  );
  return { picker, classOf: (nth: number) => (nth === shown ? "" : "other-column") };
}
