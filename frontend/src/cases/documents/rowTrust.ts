// What can be told about a stored row without opening it: whose it is, whether it was tried on this phone, and whether
// it may be merged at all.
import type { Finding } from "../../protocol/api";
import type { LogRecord, Row } from "../../storage/schema";
import { hasBytes } from "../../storage/setAside";
import { deviceName, type Vault } from "../keys/vault";

// Rows never tried here are opened a part at a time: other people's may be as many and as large as the server accepts.
const PART_BYTES = 4_000_000;
// Updates are the only one of the three kinds of envelope that any version of the app writes.
const UPDATE = 1;

/** Whether the device is this phone's: one whose key it has is, even if it no longer writes with it. */
export async function isWrittenHere(
  vault: Pick<Vault, "holds">,
  record: LogRecord | null,
  device: string,
): Promise<boolean> {
  return device === record?.device || vault.holds(deviceName(device));
}

/** Whether the row is in the document for certain, and was merged in its place. */
export function isPlain(row: Row, record: LogRecord): boolean {
  return hasBytes(row) && !row.needs && !barred(row, record) && isChecked(row, record);
}

/** The finding that keeps a row out without looking at its content, if any. */
export function barred(row: Row, record: LogRecord | null): Finding | null {
  if (record?.setAside?.includes(row.device)) return "set_aside";
  return row.envelope[1] === UPDATE ? null : "unsound";
}

/** Whether the row was tried on this phone, or written on it alone. Content taken over from others is not its own. */
export function isChecked(row: Row, record: LogRecord | null): boolean {
  if (row.finding !== undefined) return false;
  const isOwn = row.device === record?.device && !row.carries && !record.setAside?.length;
  return isOwn || row.n <= (record?.checkedUpTo ?? 0);
}

/** All trusted rows together, and the rest a few megabytes at a time. At least one part. */
export function inParts(rows: Row[], record: LogRecord | null): Row[][] {
  const all: Row[][] = [[]];
  let bytes = 0;
  for (const row of rows) {
    if (!isChecked(row, record)) bytes += row.envelope.length;
    if (bytes > PART_BYTES) {
      all.push([]);
      bytes = row.envelope.length;
    }
    all.at(-1)?.push(row);
  }
  return all;
}
