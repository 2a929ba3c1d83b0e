// The phone's local time, for comparing with times that people wrote down as local. Screens read the clock only here. A
// component that reads it while rendering is rendered again at the next minute or at midnight, and also when the phone
// is woken, whatever its clock did meanwhile.
import { signal } from "@preact/signals";
import { clockOfInstant, localDay } from "../../i18n/dates";

const day = signal("");
const minute = signal("");
const MILLISECONDS_OF_A_MINUTE = 60_000;

/** YYYY-MM-DDTHH:MM in the phone's own zone. */
export function localNow(): string {
  // Read only to subscribe; the time itself comes from the clock.
  void minute.value;
  return onTheWall();
}

/** YYYY-MM-DD in the phone's own zone. */
export function today(): string {
  void day.value;
  return localDay(new Date());
}

/** Starts following the clock. Call once, before the first screen. */
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
