// The control of a field, with its label, its hint, and both values when two phones wrote at once. The control follows
// from the kind, the label from its words. A page says where each field goes, and writes special cases by hand.
// Controls only, no layout.
import { useRef } from "preact/hooks";
import type { Kind, Read } from "../../domain/case/defineKind";
import type { Scalar } from "../../domain/case/document";
import type { FieldsOf, Part, Shape } from "../../domain/case/fields";
import { here } from "../../domain/days/instants";
import type { KeyOf } from "../../i18n";
import { FieldWords, type Named } from "../entries/fieldWords";
import { useOpened } from "../start/useCase";
import { Choice, type Option, Switch } from "./choice";
import { ConflictField } from "./conflictField";
import { DateField } from "./dateField";
import { KnownDate } from "./knownDate";
import { Select } from "./select";
import { TextArea, TextField } from "./textField";

type Look = {
  hint?: string | undefined;
  /** The label is read out but not shown: a heading says it. */
  quietLabel?: boolean;
  /** The height in lines. */
  rows?: number | undefined;
  /** One of a few: small cards side by side, or the phone's own picker. */
  as?: "cards" | "compact" | "picker" | undefined;
  /** One of the cards stands for "nobody has said yet". */
  canBeOpen?: boolean | undefined;
  /** For a field that points to an entry: the entries to choose from. */
  among?: readonly Option<string>[] | undefined;
};
/** A page may pass a label, and must where the words have none. */
type Label<N, Known> = N extends Known ? { label?: string } : { label: string };
type Props<S extends Shape, N extends keyof S> = Look & {
  of: Read<S>;
  name: N;
  /** Gets the focus when the entry opens with this field empty. */
  comesFirst?: boolean;
  /** Further values to write together with the chosen one. */
  along?: (value: N extends keyof FieldsOf<S> ? FieldsOf<S>[N] : string) => Partial<FieldsOf<S>>;
};

/** The controls of one kind, `<Field of={medicine} name="dose" />`. Only a field that has its words can be used. */
export function fieldsOf<S extends Shape, W extends object, const G extends string>(kind: Kind<S>, words: W, group: G) {
  const said = new FieldWords(kind, words, group);
  type Known = Named<S, KeyOf<W>, G>;
  return function Field<N extends keyof S & string>(props: Props<S, N> & Label<N, Known>) {
    const { of, name, comesFirst = false, along, label = said.label(name) } = props;
    const { rows, as, canBeOpen, among, quietLabel = false, hint = said.hint(name) }: Look = props;
    const opened = useOpened();
    const held = kind.heldIn(of, name);
    const isEmpty = (typeof held === "string" ? held : "value" in held && held.value) === "";
    // Decided once: a person who empties another field stays in that field.
    const autoFocus = useRef(comesFirst && isEmpty).current;
    const write = (value: Scalar) => {
      const { doc, writer } = opened;
      // A control writes what its part holds.
      if (along) kind.set(doc, writer, of.id, along(value as Parameters<typeof along>[0]));
      else kind.put(doc, writer, of.id, name, value);
    };
    const same = { rows, label, quietLabel, hint, onInput: write, autoFocus };
    if (typeof held === "string") {
      const current = () => String(kind.heldIn(kind.find(opened.doc, of.id) ?? of, name));
      return <TextArea {...same} value={held} current={current} />;
    }
    if (!("value" in held)) return null;
    const text = (value: Scalar) => among?.find((one) => one.value === value)?.label ?? said.text(name, value);
    return (
      <>
        <Control
          {...same}
          {...{ as, canBeOpen, among, text }}
          part={kind.parts[name]}
          value={held.value}
          now={() => here(opened.writer)}
        />
        <ConflictField label={label} field={held} show={text} onChoose={write} />
      </>
    );
  };
}

type ControlProps = Look & {
  label: string;
  autoFocus: boolean;
  part: Part | undefined;
  value: Scalar;
  onInput: (value: Scalar) => void;
  text: (value: Scalar) => string;
  now: () => string;
};

function Control({ part, value, text, now, ...same }: ControlProps) {
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
    case "date":
      return <KnownDate {...same} value={plain} />;
    case "clock":
      return <DateField {...same} value={plain} withTime />;
    case "moment": {
      const said = plain === "" ? "" : text(plain);
      const hint = said === label ? "" : said;
      return <Switch label={label} hint={hint} on={plain !== ""} onChange={(isOn) => onInput(isOn ? now() : "")} />;
    }
    case "flag":
      return <Switch label={label} hint={same.hint ?? ""} on={value === true} onChange={onInput} />;
    case "choice":
    case "link":
      return <OneOf {...same} part={part} value={plain} text={text} />;
    default:
      return null;
  }
}

type OneOfProps = Pick<ControlProps, "part" | "label" | "as" | "canBeOpen" | "among" | "text" | "onInput"> & {
  value: string;
};

function OneOf({ part, label, as = "cards", canBeOpen = false, among, value, text, onInput }: OneOfProps) {
  const choices = part?.kept === "short" ? part.choices : [];
  const known = among ?? choices.map((one) => ({ value: one, label: text(one) }));
  const canBeEmpty = part?.kept === "short" && part.empty === "" && known.every((one) => one.value !== "");
  const none = canBeEmpty ? [{ value: "", label: text("") }] : [];
  if (as === "picker") return <Select label={label} options={[...none, ...known]} value={value} onChoose={onInput} />;
  const options = canBeOpen ? [...known, ...none] : known;
  return <Choice legend={label} options={options} value={value} onChoose={onInput} compact={as === "compact"} />;
}
