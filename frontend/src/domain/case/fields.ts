// What a field of an entry is, described once. The description decides how the field is stored, what is searched,
// whether the entry is blank, how its value reads, and which control changes it. Pure descriptions: nothing is read or
// written here.
import type { Field, Scalar } from "./document";

/** A short field: all that two phones write into it at once is kept until somebody chooses. */
export type Short<T extends Scalar = Scalar, As extends string = string> = {
  kept: "short";
  as: As;
  /** Its value while nobody has written it. */
  empty: T;
  /** The values to choose from, without "not said". */
  choices: readonly string[];
  isAside: boolean;
};
/** A long text: what two people type at once is merged. */
export type LongText = { kept: "text"; isAside: boolean };
/** A set of ids of other entries, stored under the name `set`. If two people add to it at once, both additions stay. */
export type Marks = { kept: "marks"; set: string | null; isTakenOut: boolean; isAside: boolean };
/** Written by the app alone and never asked about: of two values the first counts. */
export type Inner<T extends Scalar = Scalar> = { kept: "inner"; empty: T; isAside: true };
export type Part = Short | LongText | Marks | Inner;
export type Shape = Readonly<Record<string, Part>>;

/** The values to write into the short fields of an entry. */
export type FieldsOf<S extends Shape> = { [K in keyof S as S[K] extends Short | Inner ? K : never]: ValueOf<S[K]> };
export type TextName<S extends Shape> = { [K in keyof S]: S[K] extends LongText ? K : never }[keyof S] & string;
export type MarksName<S extends Shape> = { [K in keyof S]: S[K] extends Marks ? K : never }[keyof S] & string;
/** The parts of an entry as read. */
export type ReadAs<S extends Shape> = { [K in keyof S]: ReadPart<S[K]> };

type ValueOf<P> = P extends Short<infer T> ? T : P extends Inner<infer T> ? T : never;
type ReadPart<P> =
  P extends Short<infer T> ? Field<T> : P extends Inner<infer T> ? T : P extends LongText ? string : readonly string[];

/** A few typed words. */
export function words(): Short<string, "words"> {
  return short("words", "");
}

/** A calendar date (YYYY-MM-DD) or "". */
export function day(): Short<string, "day"> {
  return short("day", "");
}

/** A date that is known, perhaps only its month (YYYY-MM) or its year (YYYY), or "". */
export function knownDate(): Short<string, "date"> {
  return short("date", "");
}

/** A day with an optional time, in local time of the place: YYYY-MM-DDTHH:MM, YYYY-MM-DD or "". */
export function clock(): Short<string, "clock"> {
  return short("clock", "");
}

/** An instant (ISO 8601) at which the person said that something was done, or "". */
export function moment(): Short<string, "moment"> {
  return short("moment", "");
}

/** One of `values`; while nobody has said, `first`, or "" if none is given. */
export function oneOf<const V extends string>(values: readonly V[]): Short<V | "", "choice">;
export function oneOf<const V extends string>(values: readonly V[], first: NoInfer<V>): Short<V, "choice">;
export function oneOf(choices: readonly string[], first = ""): Short<string, "choice"> {
  return { ...short("choice", first), choices };
}

export function flag(first = false): Short<boolean, "flag"> {
  return short("flag", first);
}

/** The id of another entry, or "". */
export function link(): Short<string, "link"> {
  return short("link", "");
}

/** The id of another entry, or null. */
export function linkOrNull(): Short<string | null, "link"> {
  return short("link", null);
}

export function longText(): LongText {
  return { kept: "text", isAside: false };
}

/** `set` is the name under which the set is stored, if that differs from the name of the part. */
export function marks(set: string | null = null): Marks {
  return { kept: "marks", set, isTakenOut: false, isAside: false };
}

/** The ids that were taken out of the set on purpose. */
export function takenOutOf(set: string): Marks {
  return { kept: "marks", set, isTakenOut: true, isAside: false };
}

export function inner<T extends Scalar>(empty: T): Inner<T> {
  return { kept: "inner", empty, isAside: true };
}

/** A part that does not count as written: the app fills it in at the beginning, or it only goes with other words. */
export function aside<P extends Part>(part: P): P {
  return { ...part, isAside: true };
}

function short<T extends Scalar, As extends string>(as: As, empty: T): Short<T, As> {
  return { kept: "short", as, empty, choices: [], isAside: false };
}
