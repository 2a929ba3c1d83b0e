// Appointments as an iCalendar file (RFC 5545) for the phone's own calendar. A visit is in the clinic's local time
// without a zone, and a day is all day: nothing shifts when the phone travels. Adding it again replaces the earlier
// one. Written by hand, see docs/adr/0008-icalendar.md. Pure: the time stamp is passed in. Must not read the case:
// callers decide what goes into the file and so leaves the app.
import { dayAfter, isDay } from "../domain/days/days";

export type CalendarEntry = {
  /** Always the same for the same entry, so that a calendar replaces its copy instead of adding a second one. */
  uid: string;
  /** Grows with every change: a calendar keeps the entry with the highest. */
  revision: number;
  /** YYYY-MM-DD for all day, or YYYY-MM-DDTHH:MM in the clinic's local time. */
  when: string;
  title: string;
  place?: string;
  words?: string;
};

const LINE = "\r\n";
const MOST_OCTETS = 75;
/** A calendar needs an end. Nobody knows how long a visit lasts: the person is told that this value is used. */
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

/** The local time at which a visit that begins `begins` minutes into `day` is over. */
function end(day: string, begins: number): string {
  const ends = begins + MINUTES_OF_A_VISIT;
  const minutes = ends % MINUTES_OF_A_DAY;
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join("");
  return `${plain(dayAfter(day, Math.floor(ends / MINUTES_OF_A_DAY)))}T${clock}00`;
}

function plain(day: string): string {
  return day.replaceAll("-", "");
}

// Control characters are not allowed in calendar text; a lone surrogate cannot be encoded as UTF-8.
function escaped(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/** Lines of at most 75 octets of UTF-8, cut between characters; each continuation line begins with a space. */
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
