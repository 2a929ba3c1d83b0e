// What a typed day and time mean for the case: only whole values are stored, and a date with a part missing is never
// taken for an empty one. Until it is whole, or somebody clears it, the old value stays. An unlikely year is asked about.
import { typedDay } from "../../domain/days/typedDay";
import { messagesFrom } from "../../i18n";
import noticesWords from "../../i18n/en/notices.json";
import { today } from "../start/localNow";
import { offerUndo } from "../start/undo";
import type { DatePart } from "./datePart";
import { sayWhatWasLeft } from "./leftOpen";
import { useUnsettled } from "./unsettled";

const t = messagesFrom(noticesWords);

export function useDayAndTime(day: DatePart, time: DatePart, value: string, onInput: (when: string) => void) {
  const [storedDay = "", storedTime = ""] = value.split("T");
  const { unsettled, look, lookSoon, forget } = useUnsettled(day, time, storedDay, (left) =>
    sayWhatWasLeft(left, storedDay, (meant) => store(meant, "")),
  );

  const store = (nextDay: string, nextTime: string) => {
    day.keep(nextDay);
    // A time without a day is not stored; it stays in its field until there is a day.
    time.keep(nextDay === "" ? "" : nextTime);
    const next = nextDay === "" || nextTime === "" ? nextDay : `${nextDay}T${nextTime}`;
    if (next === value) return;
    onInput(next);
    if (next === "") offerUndo(t("field.cleared"), () => onInput(value));
  };
  const take = () => {
    lookSoon();
    const { state } = typedDay(day.value(), day.isPartial(), today());
    const isSettled = state === "whole" || state === "none";
    store(isSettled ? day.value() : storedDay, time.isPartial() ? storedTime : time.value());
  };
  const clear = () => {
    day.show("");
    time.show("");
    forget();
    store("", "");
  };
  // Browsers fire no event when the last part of an incomplete day is erased.
  const leave = () => {
    take();
    look();
  };
  const mean = (meant: string) => {
    day.show(meant);
    forget();
    store(meant, time.value());
  };
  return { unsettled, leave, take, clear, mean };
}
