// The facts of an entry, to read: its fields in the order of its kind, each with its label, long text as text. Blank
// ones are left out. Where two phones wrote at once, both values are shown; one is chosen in `Disputed`, never on paper.
import type { Held, Read } from "../../domain/case/defineKind";
import type { Shape } from "../../domain/case/fields";
import type { FieldWords } from "../entries/fieldWords";
import { useOpened } from "../start/useCase";
import { allOf } from "../text/settled";
import { ConflictField } from "./conflictField";
import "./facts.css";

export type FactWords<S extends Shape> = Pick<FieldWords<S, object, string>, "kind" | "label" | "fact" | "text">;
type Props<S extends Shape> = {
  of: Read<S>;
  words: FactWords<S>;
  /** Said elsewhere, as the title is. */
  without?: readonly (keyof S & string)[];
};

export function Facts<S extends Shape>({ of, words, without = [] }: Props<S>) {
  const facts = namesOf(words)
    .filter((name) => !without.includes(name))
    .map((name) => ({ name, said: factSaid(words, name, words.kind.heldIn(of, name)) }))
    .filter(({ said }) => said !== "");
  return <FactList of={facts.map(({ name, said }) => [words.fact(name) ?? "", said])} />;
}

/** Renders nothing for an empty list. */
export function FactList({ of }: { of: readonly (readonly [label: string, words: string])[] }) {
  if (of.length === 0) return null;
  return (
    <dl class="facts">
      {of.map(([label, words], at) => (
        // By position: two may say the same.
        <div key={at}>
          <dt dir="auto">{label}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Renders nothing while every field has one value. */
export function Disputed<S extends Shape>({ of, words }: Props<S>) {
  const { doc, writer } = useOpened();
  return (
    <>
      {namesOf(words).map((name) => {
        const held = words.kind.heldIn(of, name);
        if (typeof held === "string" || !("value" in held)) return null;
        return (
          <ConflictField
            key={name}
            label={words.label(name)}
            field={held}
            show={(value) => words.text(name, value)}
            onChoose={(value) => words.kind.put(doc, writer, of.id, name, value)}
          />
        );
      })}
    </>
  );
}

/** What has a label. A link means something only beside what it leads to. */
function namesOf<S extends Shape>({ kind, fact }: FactWords<S>): (keyof S & string)[] {
  const isFact = (name: string) => {
    const part = kind.parts[name];
    return fact(name) !== undefined && !(part?.kept === "short" && part.as === "link");
  };
  return Object.keys(kind.parts).filter(isFact);
}

/** The words of one field, of both values where two phones wrote at once; "" while nothing is known. */
export function factSaid<S extends Shape>(
  { text }: Pick<FactWords<S>, "text">,
  name: keyof S & string,
  held: Held,
): string {
  if (typeof held === "string") return held.trim();
  if (!("value" in held)) return "";
  const values = [held.value, ...held.others].filter((value) => value !== "" && value !== null && value !== false);
  return allOf(values.map((value) => text(name, value).trim()));
}
