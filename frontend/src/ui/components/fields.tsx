// The control of a field with its label, its hint, and both values when two phones wrote at once: as its kind defines it, and as
// its words name it. A page says which field stands where, and writes by hand what is special about one. It stops at controls.
import type { Kind, Read } from "../../domain/case/defineKind";
import type { Scalar } from "../../domain/case/document";
import type { Part, Shape } from "../../domain/case/fields";
import { here } from "../../domain/days/instants";
import type { KeyOf } from "../../i18n";
import { FieldWords, type Named } from "../entries/fieldWords";
import { useOpened } from "../start/useCase";
import { Choice, Switch } from "./choice";
import { ConflictField } from "./conflictField";
import { DateField } from "./dateField";
import { TextArea, TextField } from "./textField";

type Look = {
  hint?: string | undefined;
  /** Who comes to an entry in which it is empty types into it at once. */
  comesFirst?: boolean;
  /** Room for as many lines. */
  rows?: number;
  /** Small cards side by side. */
  compact?: boolean;
};

/** The controls of one kind, `<Field of={medicine} name="dose" />`. Only a field that has its words can be named. */
export function fieldsOf<S extends Shape, W extends object, const G extends string>(kind: Kind<S>, words: W, group: G) {
  const said = new FieldWords(kind, words, group);
  type Props = Look & { of: Read<S>; name: Named<S, KeyOf<W>, G> };
  return function Field({ of, name, hint = said.hint(name), comesFirst = false, ...look }: Props) {
    const opened = useOpened();
    const held = kind.heldIn(of, name);
    const isEmpty = (typeof held === "string" ? held : "value" in held && held.value) === "";
    const label = said.label(name);
    const text = (value: Scalar) => said.text(name, value);
    const write = (value: Scalar) => kind.put(opened.doc, opened.writer, of.id, name, value);
    const same = { ...look, label, hint, onInput: write, autoFocus: comesFirst && isEmpty };
    if (typeof held === "string") {
      const current = () => String(kind.heldIn(kind.find(opened.doc, of.id) ?? of, name));
      return <TextArea {...same} value={held} current={current} />;
    }
    if (!("value" in held)) return null;
    return (
      <>
        <Control {...same} part={kind.parts[name]} value={held.value} text={text} now={() => here(opened.writer)} />
        <ConflictField label={label} field={held} show={text} onChoose={write} />
      </>
    );
  };
}

type ControlProps = Omit<Look, "comesFirst"> & {
  autoFocus: boolean;
  part: Part | undefined;
  label: string;
  value: Scalar;
  onInput: (value: Scalar) => void;
  text: (value: Scalar) => string;
  now: () => string;
};

function Control({ part, value, text, now, compact = false, ...same }: ControlProps) {
  const { label, rows, onInput } = same;
  const plain = String(value ?? "");
  switch (part?.kept === "short" ? part.as : "") {
    case "words":
      return rows === undefined ? (
        <TextField {...same} value={plain} />
      ) : (
        <TextArea {...same} rows={rows} value={plain} />
      );
    case "day":
      return <DateField {...same} value={plain} />;
    case "moment": {
      const hint = plain === "" ? {} : { hint: text(plain) };
      return <Switch label={label} {...hint} on={plain !== ""} onChange={(isOn) => onInput(isOn ? now() : "")} />;
    }
    case "choice": {
      const choices = part?.kept === "short" ? part.choices : [];
      const options = choices.map((one) => ({ value: one, label: text(one) }));
      return <Choice legend={label} options={options} value={plain} onChoose={onInput} compact={compact} />;
    }
    default:
      return null;
  }
}
