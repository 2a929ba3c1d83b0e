// The last row of a list, where the next entry is typed: Return puts it on the list, and the field is ready for another.
// What is typed is an entry from its first letter on, so it is stored and kept like every other word, even if the page
// closes before Return. Until then the list leaves it out, because the field shows it.
import { Plus } from "lucide-preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Kind } from "../../domain/case/defineKind";
import type { CaseDoc, Writer } from "../../domain/case/document";
import type { Shape } from "../../domain/case/fields";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import { announce } from "../start/announce";
import { Icon } from "../start/components/icon";
import { useOpened } from "../start/useCase";
import { TextArea } from "./textField";
import "./addInPlace.css";

const t = messagesFrom(entriesWords);

export type Adding = {
  /** The entry in the field, or "": the list does not show it yet. */
  id: string;
  typed: string;
  /** How many were put on the list since the screen opened. */
  added: number;
  write: (typed: string) => void;
};
type Begin = (doc: CaseDoc, writer: Writer) => string;

/** `name` is the part that is typed; `begin` makes a blank entry where the kind's own way is not enough. */
export function useAdding<S extends Shape>(kind: Kind<S>, name: keyof S & string, begin: Begin = kind.add): Adding {
  const { doc, writer } = useOpened();
  const [id, setId] = useState("");
  const [added, setAdded] = useState(0);
  // A field in which Return changed nothing still shows the new line, until it is rendered again.
  const [, setTurn] = useState(0);
  const entry = id === "" ? null : kind.find(doc, id);
  const put = (into: string, text: string): string => {
    const isThere = into !== "" && kind.find(doc, into) !== null;
    if (!isThere && text.trim() === "") return "";
    const to = isThere ? into : begin(doc, writer);
    kind.put(doc, writer, to, name, text);
    if (text.trim() === "") kind.takeBack(doc, writer, to);
    return kind.find(doc, to) === null ? "" : to;
  };
  const write = (typed: string) => {
    const lines = typed.split("\n");
    const rest = lines.pop() ?? "";
    let into = id;
    let done = 0;
    for (const line of lines) {
      if (put(into, line.trim()) !== "") done += 1;
      into = "";
    }
    setId(put(into, rest));
    setTurn((turn) => turn + 1);
    if (done === 0) return;
    setAdded(added + done);
    announce(t("add.added", { text: lines.at(-1)?.trim() ?? "" }));
  };
  return { id, typed: entry ? wordsIn(kind.heldIn(entry, name)) : "", added, write };
}

function wordsIn(held: ReturnType<Kind<Shape>["heldIn"]>): string {
  if (typeof held === "string") return held;
  return "value" in held ? String(held.value ?? "") : "";
}

type Props = {
  adding: Adding;
  label: string;
  /** The number that the entry will have in the list. */
  number?: number;
};

export function AddInPlace({ adding: { typed, added, write }, label, number }: Props) {
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The entry that was just added pushed the field down.
    if (added > 0) row.current?.scrollIntoView({ block: "nearest" });
  }, [added]);
  const add = () => {
    row.current?.querySelector("textarea")?.focus();
    if (typed.trim() !== "") write(`${typed}\n`);
  };
  return (
    <div class="adding not-on-paper" ref={row}>
      {number !== undefined && (
        <span class="adding-number" aria-hidden="true">
          {number}
        </span>
      )}
      <TextArea
        label={label}
        quietLabel
        placeholder={label}
        hint={t("add.hint")}
        rows={1}
        value={typed}
        onInput={write}
        returnAdds
      />
      {/* The focus stays in the field, and with it the phone's keyboard. */}
      <button type="button" class="adding-button" onMouseDown={(event) => event.preventDefault()} onClick={add}>
        <Icon of={Plus} />
        {t("add.add")}
      </button>
    </div>
  );
}
