// The clock on the wall, for comparing with what people wrote down as local time. Read here and nowhere else in the screens.
// Whoever reads it while a screen is drawn is drawn again when it says something else: at the minute or at midnight, and at
// once when the phone is taken out again, whatever its clock did meanwhile.
import { signal } from "@preact/signals";
import { clockOfInstant, localDay } from "../../i18n/dates";

const day = signal("");
const minute = signal("");
const MILLISECONDS_OF_A_MINUTE = 60_000;

/** YYYY-MM-DDTHH:MM in the phone's own zone. */
export function localNow(): string {
  // Read for the sake of being drawn again: the clock itself is looked at anew.
  void minute.value;
  return onTheWall();
}

/** YYYY-MM-DD in the phone's own zone. */
export function today(): string {
  void day.value;
  return localDay(new Date());
}

/** Looks at the clock from now on. To be called once, before the first screen. */
export function followClock(): void {
  const look = () => {
    minute.value = onTheWall();
    day.value = today();
    clearTimeout(next);
    next = setTimeout(look, MILLISECONDS_OF_A_MINUTE - (Date.now() % MILLISECONDS_OF_A_MINUTE));
  };
  let next: ReturnType<typeof setTimeout> | undefined;
  look();
  document.addEventListener("visibilitychange", look);
  for (const event of ["pageshow", "focus"]) addEventListener(event, look);
}

function onTheWall(): string {
  return clockOfInstant(new Date().toISOString());
}
