// A day in an example, written as the app writes its days: a reader in New York must not meet "3 December" above a field that
// says "December 3".
import { nearDayText } from "../../i18n/dates";

/** `day` is YYYY-MM-DD; its year is left out, so that an example never grows old. */
export function exampleDay(day: string): string {
  return nearDayText(day, day);
}
