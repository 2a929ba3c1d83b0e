// One native field for a day or a time, as an element that keeps its own parts: it is written to only when the document says
// something else than what it was last known to hold, so that a part which is being typed is never thrown away.
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
    /** Tells it what is about to be stored, so that it keeps what stands in it. */
    keep: (value: string) => {
      known.current = value;
    },
    value: () => ref.current?.value ?? "",
    /** A part is missing: the browser reports "" though something stands there. */
    isPartial: () => ref.current?.validity.badInput ?? false,
  };
}

export type DatePart = ReturnType<typeof useDatePart>;
