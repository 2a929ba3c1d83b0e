// What stands in a date field and is not stored: a day or a time with a part missing, a year that nobody means, a time alone.
// It is looked at when the field is left and when somebody stops typing, not at every key: a date is incomplete until it is done.
import { useEffect, useRef, useState } from "preact/hooks";
import { typedDay } from "../../domain/typedDay";
import { today } from "../start/localNow";
import type { DatePart } from "./datePart";

export type Unsettled =
  | { state: "partial-day" | "partial-time" | "time-alone" }
  | { state: "odd-year"; year: number; meant: string };

const REST_MS = 1500;

export function useUnsettled(day: DatePart, time: DatePart, storedDay: string) {
  const [unsettled, setUnsettled] = useState(() => unsettledIn(storedDay, false));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = () => clearTimeout(timer.current);
  useEffect(() => stop, []);
  const look = () => {
    stop();
    setUnsettled(unsettledIn(day.value(), day.isPartial()) ?? unsettledTime(day, time));
  };
  return {
    unsettled,
    look,
    lookSoon: () => {
      stop();
      setUnsettled(null);
      timer.current = setTimeout(look, REST_MS);
    },
    forget: () => {
      stop();
      setUnsettled(null);
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
