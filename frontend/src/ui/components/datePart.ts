// One native input for a day or a time, which keeps its own parts. It is written to only when the document differs from
// what the input was last known to hold, so that a half-typed part is never thrown away.
import { useLayoutEffect, useRef } from "preact/hooks";

export function useDatePart(stored: string) {
  const ref = useRef<HTMLInputElement>(null);
  const known = useRef<string | null>(null);
  const show = (value: string) => {
    if (ref.current) ref.current.value = value;
    known.current = value;
  };
  useLayoutEffect(() => {
    if (known.current !== stored) show(stored);
  });
  return {
    ref,
    show,
    /** Announces what is about to be stored, so that the input keeps what it shows. */
    keep: (value: string) => {
      known.current = value;
    },
    value: () => ref.current?.value ?? "",
    /** A part is missing: the browser reports "" although something was typed. */
    isPartial: () => ref.current?.validity.badInput ?? false,
  };
}

export type DatePart = Omit<ReturnType<typeof useDatePart>, "ref">;
