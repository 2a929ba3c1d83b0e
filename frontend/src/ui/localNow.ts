// The clock on the wall, for comparing with what people wrote down as local time. Read here and nowhere else in the screens.
import { localDay, timeText } from "../i18n/dates";

/** YYYY-MM-DDTHH:MM in the phone's own zone. */
export function localNow(at = new Date()): string {
  return `${localDay(at)}T${timeText(at.toISOString())}`;
}

/** YYYY-MM-DD in the phone's own zone. */
export function today(): string {
  return localDay(new Date());
}
