// What stands in a date field and is not stored: a day or a time with a part missing, a year that nobody means, a time alone.
// It is looked at when the field is left and when somebody stops typing, not at every key: a date is incomplete until it is done.
import { useEffect, useRef, useState } from "preact/hooks";
import { typedDay } from "../../domain/days/typedDay";
import { today } from "../start/localNow";
import { useTypedHere } from "../start/onlyHere";
import type { DatePart } from "./datePart";

export type Unsettled =
  | { state: "partial-day" | "partial-time" | "time-alone" }
  | { state: "odd-year"; year: number; meant: string };

const REST_MS = 1500;

/** `onLeft` is told what was not settled when the screen went away with the field. */
export function useUnsettled(day: DatePart, time: DatePart, storedDay: string, onLeft: (left: Unsettled) => void) {
  const [unsettled, setUnsettled] = useState(() => unsettledIn(storedDay, false));
  const [typed, setTyped] = useState<Unsettled | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const leaving = useRef({ typed, onLeft });
  leaving.current.onLeft = onLeft;
  // From the first key on, and not only once it is asked about: the browser asks before it lets the page go.
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
