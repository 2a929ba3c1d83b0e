// What the fields of a kind are called, and how their values read: on a control, in a conflict, in a line, on paper.
// The words are in one file under one group, by field name: "name" is the label, "nameHint" the hint,
// "nameValues.<value>" a value, or "values.<value>" one that several fields share. Special values: "none" while nobody
// has said, "set" for an instant, "on" or "off" for a flag. A field without its words does not compile. Pure.
import type { Kind } from "../../domain/case/defineKind";
import type { Scalar } from "../../domain/case/document";
import type { Part, Shape, Short } from "../../domain/case/fields";
import { isKeyOf, type KeyOf, messagesFrom } from "../../i18n";
import { dayText } from "../../i18n/dates";
import { whenText } from "../text/whenText";

/** The fields of a shape whose label, and a word for each value, are among the keys of the group. */
export type Named<S extends Shape, Key extends string, G extends string> = {
  [N in keyof S & string]: `${G}.${N}` extends Key ? (false extends Says<Key, G, N, ValueOf<S[N]>> ? never : N) : never;
}[keyof S & string];

type Says<Key, G extends string, N extends string, V extends string> = V extends ""
  ? true
  : `${G}.${N}Values.${V}` | `${G}.values.${V}` extends infer Two
    ? Extract<Two, Key> extends never
      ? false
      : true
    : never;
/** The last parts of the keys of its values; "" where the value is shown as it is. */
type ValueOf<P extends Part> =
  P extends Short<infer T, infer As>
    ? As extends "choice"
      ? `${T extends "" ? "none" : T}`
      : As extends "moment"
        ? "set" | "none"
        : As extends "flag"
          ? "on" | "off"
          : ""
    : "";

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

  readonly label = (name: keyof S & string): string => this.#said(name) ?? name;

  /** What it is called on a page to read, where a question ("Where do they work?") would read oddly. */
  readonly fact = (name: keyof S & string): string | undefined => this.#said(`facts.${name}`) ?? this.#said(name);

  hint(name: keyof S & string): string | undefined {
    return this.#said(`${name}Hint`);
  }

  /** The text of one value of a field. A value written by a newer version of the app is shown as it is. */
  readonly text = (name: keyof S & string, value: Scalar): string => {
    const part = this.kind.parts[name];
    const plain = String(value ?? "");
    switch (part?.kept === "short" ? part.as : "") {
      case "day":
      case "date":
        return dayText(plain);
      case "clock":
        return whenText(plain);
      case "moment":
        return this.#value(name, plain === "" ? "none" : "set", dayText(plain)) ?? plain;
      case "flag":
        return this.#value(name, value === true ? "on" : "off") ?? plain;
      case "choice":
      case "link":
        return this.#value(name, plain || "none") ?? plain;
      default:
        return plain;
    }
  };

  #value(name: string, value: string, date = ""): string | undefined {
    return this.#said(`${name}Values.${value}`, date) ?? this.#said(`values.${value}`, date);
  }

  #said(name: string, date = ""): string | undefined {
    const key = `${this.#group}.${name}`;
    return isKeyOf(this.#words, key) ? this.#say(key, { date }) : undefined;
  }
}
