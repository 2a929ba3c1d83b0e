// The shapes of what comes from disk and wire, for decoding it. Anything of the wrong shape decodes to null.
import {
  type GenericSchema,
  minValue,
  number,
  pipe,
  rawTransform,
  regex,
  safeInteger,
  safeParse,
  string,
} from "valibot";
import { fromBase64 } from "./bytes";

export type Shape<T> = GenericSchema<unknown, T>;

/** Lower-case hex of `bytes` bytes. */
export function hex(bytes: number) {
  return pipe(string(), regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));
}

/** An integer small enough to be exact. */
export const count = pipe(number(), safeInteger(), minValue(0));

/** Bytes, in base64. */
export const base64 = pipe(
  string(),
  rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return fromBase64(dataset.value);
    } catch {
      addIssue();
      return NEVER;
    }
  }),
);

/** `value` in the given shape, or null; fields that the shape does not name are left out. */
export function decoded<T>(shape: Shape<T>, value: unknown): T | null {
  // Stops at the first error, however many there are.
  const { success, output } = safeParse(shape, value, { abortEarly: true });
  return success ? output : null;
}
