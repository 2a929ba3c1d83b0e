// The shapes of what comes from disk and wire, for those who decode it. What is not of its shape is null, whatever is wrong with it.
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

/** What decodes to a T. */
export type Shape<T> = GenericSchema<unknown, T>;

/** Lower-case hex of so many bytes. */
export function hex(bytes: number) {
  return pipe(string(), regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));
}

/** A whole number that no arithmetic has rounded. */
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

/** What stands in `value`, as the shape has it; fields that it does not name are left out. */
export function decoded<T>(shape: Shape<T>, value: unknown): T | null {
  // Whoever sends much that is wrong is told so at once.
  const { success, output } = safeParse(shape, value, { abortEarly: true });
  return success ? output : null;
}
