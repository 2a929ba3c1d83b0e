// Appointments as an iCalendar file (RFC 5545), for the phone's own calendar. A visit is on the clinic's clock and carries no
// zone, a day is all day: nothing shifts when the phone travels. Added again, it takes the place of what was added before.
// Written by hand, see docs/adr/0008-icalendar.md. Pure: the stamp comes in. Must not read the case: callers say what goes into the file and so leaves the app.
import { dayAfter, isDay } from "../domain/days/days";

export type CalendarEntry = {
  /** The same for the same entry every time, so that a calendar replaces what it has instead of adding a second one. */
  uid: string;
  /** Grows with every change: a calendar keeps the entry with the highest. */
  revision: number;
  /** YYYY-MM-DD for all day, or YYYY-MM-DDTHH:MM on the clinic's own clock. */
  when: string;
  title: string;
  place?: string;
  words?: string;
};

const LINE = "\r\n";
const MOST_OCTETS = 75;
/** A calendar wants an end. How long a visit lasts nobody knows: the person is told that it is this. */
const MINUTES_OF_A_VISIT = 60;
const MINUTES_OF_A_DAY = 24 * 60;
/** The highest that every calendar can read (RFC 5545, 3.3.8). */
const HIGHEST = 2 ** 31 - 1;

/** The file, or null when `when` names no day or no time that exists. `stamp` is an ISO 8601 UTC instant. */
export function calendarFile(entry: CalendarEntry, stamp: string): string | null {
  const time = timeLines(entry.when);
  if (time === null) return null;
  const written = `${stamp.slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Second Look//Second Look//EN",
    "BEGIN:VEVENT",
    `UID:${escaped(entry.uid)}`,
    `DTSTAMP:${written}`,
    `LAST-MODIFIED:${written}`,
    `SEQUENCE:${Math.min(entry.revision, HIGHEST)}`,
    ...time,
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
    ...(entry.words ? [`DESCRIPTION:${escaped(entry.words)}`] : []),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map(folded).join(LINE) + LINE;
}

function timeLines(when: string): string[] | null {
  const day = when.slice(0, 10);
  if (!isDay(day)) return null;
  if (when.length === 10) {
    return [`DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(dayAfter(day, 1))}`, "TRANSP:TRANSPARENT"];
  }
  const [, hour, minute] = /^T([01]\d|2[0-3]):([0-5]\d)/.exec(when.slice(10)) ?? [];
  if (hour === undefined || minute === undefined) return null;
  return [`DTSTART:${plain(day)}T${hour}${minute}00`, `DTEND:${end(day, Number(hour) * 60 + Number(minute))}`];
}

/** When a visit that begins so many minutes into `day` is over, on the same clock. */
function end(day: string, begins: number): string {
  const ends = begins + MINUTES_OF_A_VISIT;
  const minutes = ends % MINUTES_OF_A_DAY;
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join("");
  return `${plain(dayAfter(day, Math.floor(ends / MINUTES_OF_A_DAY)))}T${clock}00`;
}

function plain(day: string): string {
  return day.replaceAll("-", "");
}

// Control characters have no place in a calendar's text; a lone half of a character cannot be written as UTF-8.
function escaped(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/** Lines of 75 octets of UTF-8 at most, cut between characters; the next one begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join(LINE);
}

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
