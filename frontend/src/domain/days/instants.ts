// Instants (ISO 8601). The instant at which a person did something is written in local time with its offset from UTC
// (2026-11-23T10:42:07.000+13:00), so that it keeps its day and hour wherever it is read. Others are in UTC. Both are
// therefore compared as points in time, never as text. Pure.
import type { Writer } from "../case/document";

/** The present, or the instant `now`, in the local time of the place where it is written. */
export function here({ now: clock, minutesEast }: Writer, now = clock()): string {
  if (minutesEast === undefined) return now;
  const minutes = minutesEast(now);
  const onTheWall = new Date(Date.parse(now) + minutes * 60_000).toISOString().slice(0, -1);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${onTheWall}${minutes < 0 ? "-" : "+"}${twoFigures(hours)}:${twoFigures(rest)}`;
}

/** Below 0 when `a` is earlier, above 0 when it is later; text that is no instant is earlier than every instant. */
export function compareInstants(a: string, b: string): number {
  return momentOf(a) - momentOf(b);
}

export function isSameMinute(a: string, b: string): boolean {
  return Math.floor(momentOf(a) / 60_000) === Math.floor(momentOf(b) / 60_000);
}

function momentOf(instant: string): number {
  return Date.parse(instant) || 0;
}

function twoFigures(count: number): string {
  return String(count).padStart(2, "0");
}
