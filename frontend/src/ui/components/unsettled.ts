// What a date field shows and the case does not store: a day or time with a part missing, an unlikely year, a time
// without a day. Checked when the field is left and when typing pauses, not at every key: a date is incomplete until it
// is finished.
import { useEffect, useRef, useState } from "preact/hooks";
import { typedDay } from "../../domain/days/typedDay";
import { today } from "../start/localNow";
import { useTypedHere } from "../start/onlyHere";
import type { DatePart } from "./datePart";

export type Unsettled =
  | { state: "partial-day" | "partial-time" | "time-alone" }
  | { state: "odd-year"; year: number; meant: string };

const REST_MS = 1500;

/** `onLeft` gets what was not settled when the screen closed with the field. */
export function useUnsettled(day: DatePart, time: DatePart, storedDay: string, onLeft: (left: Unsettled) => void) {
  const [unsettled, setUnsettled] = useState(() => unsettledIn(storedDay, false));
  const [typed, setTyped] = useState<Unsettled | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const leaving = useRef({ typed, onLeft });
  leaving.current.onLeft = onLeft;
  // From the first key on, not only once the person is asked: the browser then asks before the page is closed.
  useTypedHere(typed !== null);
  const stop = () => clearTimeout(timer.current);
  const type = (found: Unsettled | null) => {
    leaving.current.typed = found;
    setTyped(found);
  };
  useEffect(
    () => () => {
      stop();
      const { typed: left } = leaving.current;
      if (left) leaving.current.onLeft(left);
    },
    [],
  );
  const now = () => unsettledIn(day.value(), day.isPartial()) ?? unsettledTime(day, time);
  const look = () => {
    stop();
    setUnsettled(now());
    type(now());
  };
  return {
    unsettled,
    look,
    lookSoon: () => {
      stop();
      setUnsettled(null);
      type(now());
      timer.current = setTimeout(look, REST_MS);
    },
    forget: () => {
      stop();
      setUnsettled(null);
      type(null);
    },
  };
}

function unsettledIn(value: string, isPartial: boolean): Unsettled | null {
  const typed = typedDay(value, isPartial, today());
  if (typed.state === "odd") return { state: "odd-year", year: typed.year, meant: typed.meant };
  return typed.state === "partial" ? { state: "partial-day" } : null;
}

function unsettledTime(day: DatePart, time: DatePart): Unsettled | null {
  if (time.isPartial()) return { state: "partial-time" };
  return time.value() !== "" && day.value() === "" ? { state: "time-alone" } : null;
}
