// What the fields of a kind are called, and how their values read: on a control, in a conflict, in a line, on paper. The words
// stand in one file under one group, by the names of the fields: "name" is the label, "nameHint" the hint, and
// "nameValues.<value>" one value ("none" for one that nobody has said, "set" for a moment). A field without its words does not
// compile. Pure.
import type { Kind } from "../../domain/case/defineKind";
import type { Scalar } from "../../domain/case/document";
import type { Part, Shape, Short } from "../../domain/case/fields";
import { isKeyOf, type KeyOf, messagesFrom } from "../../i18n";
import { dayText } from "../../i18n/dates";

/** The fields of a shape whose label, and a word for each of whose values, stand among the keys under the group. */
export type Named<S extends Shape, Key extends string, G extends string> = {
  [N in keyof S & string]: Needed<S[N], `${G}.${N}`> extends Key ? N : never;
}[keyof S & string];

type Needed<P extends Part, K extends string> = K | (P extends Short<infer T, infer As> ? ValueKey<As, T, K> : never);
type ValueKey<As extends string, T extends Scalar, K extends string> = As extends "choice"
  ? `${K}Values.${T extends "" ? "none" : T}`
  : As extends "moment"
    ? `${K}Values.${"set" | "none"}`
    : never;

export class FieldWords<S extends Shape, W extends object, G extends string> {
  readonly kind: Kind<S>;
  readonly #words: W;
  readonly #group: G;
  readonly #say: (key: KeyOf<W>, places?: { date: string }) => string;

  constructor(kind: Kind<S>, words: W, group: G) {
    this.kind = kind;
    this.#words = words;
    this.#group = group;
    this.#say = messagesFrom(words);
  }

  label(name: Named<S, KeyOf<W>, G>): string {
    return this.#said(name) ?? name;
  }

  hint(name: keyof S & string): string | undefined {
    return this.#said(`${name}Hint`);
  }

  /** One value of a field as it reads. One that a newer version of the app wrote is shown as it is. */
  readonly text = (name: keyof S & string, value: Scalar): string => {
    const part = this.kind.parts[name];
    const plain = String(value ?? "");
    const as = part?.kept === "short" ? part.as : "words";
    if (as === "day") return dayText(plain);
    if (as === "moment" && plain !== "") return this.#said(`${name}Values.set`, dayText(plain)) ?? plain;
    return (as === "words" ? undefined : this.#said(`${name}Values.${plain || "none"}`)) ?? plain;
  };

  #said(name: string, date = ""): string | undefined {
    const key = `${this.#group}.${name}`;
    return isKeyOf(this.#words, key) ? this.#say(key, { date }) : undefined;
  }
}
