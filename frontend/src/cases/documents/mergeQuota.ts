// How much of what others write comes into a case, because every start merges all of it again in one go. Rows above the
// quota are set aside until the person lets in more. What this person wrote, on any of their phones, does not count.
// Computed from the document, so that nothing is counted twice and each start reaches the same result.
import type { CaseDoc } from "../../domain/case/document";
import { type Limits, WIDE } from "../../domain/changes/inspect";
import { decoded, mergeCost, waitingCost } from "../../domain/changes/mergeCost";
import { costsByDevice, isOurs } from "../../domain/changes/signers";
import type { LogRecord, Row } from "../../storage/schema";

/**
 * "own": the person's device. "guest": one invited into their case or keyring. "other": one in another person's case.
 */
export type DeviceOwner = "own" | "guest" | "other";

/**
 * For one device; all devices together may have TOGETHER times as much. A note costs 12, and each continuation of it 8:
 * that is 7,000 notes, or 1,750 notes with four continuations each. A whole case, in which everybody writes daily for
 * years, has some 10,000.
 */
const MOST = 80_000;
const TOGETHER = 2;
/** In somebody else's case, the owner's words are among those of others. */
const OF_OTHERS = 4;
/** Limits of a guest's row: inspecting it takes no longer than a screen may take to answer. No app writes more. */
const OF_GUEST: Limits = { bytes: 200_000, structs: 8_000, deletions: 2_000 };

type By = Pick<Row, "device">;
type Doublings = Pick<LogRecord, "quotaDoublings">;

export interface MergeQuota {
  /** What one row of the device may hold. */
  limitsOf(row: By): Limits;
  allows(row: By, payload: Uint8Array, record: Doublings): boolean;
  /** Whether the row may wait along with those already waiting. */
  mayWait(row: Row, record: Doublings): boolean;
  /** Adds to the bytes of the device that wait; a negative number when they no longer wait. */
  addWaiting(device: string, bytes: number): void;
}

export function createMergeQuota(doc: CaseDoc, deviceOwnerOf: (device: string) => DeviceOwner): MergeQuota {
  const waiting = new Map<string, number>();
  const ownerOf = (device: string) => (isOurs(doc, device) ? "own" : deviceOwnerOf(device));
  const limitsOf: MergeQuota["limitsOf"] = ({ device }) => (ownerOf(device) === "guest" ? OF_GUEST : WIDE);

  function isBelow(
    row: By,
    costs: ReadonlyMap<string, number>,
    cost: number,
    { quotaDoublings = 0 }: Doublings,
  ): boolean {
    const of = ownerOf(row.device);
    if (of === "own") return true;
    const most = MOST * 2 ** quotaDoublings * (of === "other" ? OF_OTHERS : 1);
    if ((costs.get(row.device) ?? 0) + cost > most) return false;
    const others = [...costs].filter(([device]) => ownerOf(device) !== "own");
    return others.reduce((all, [, known]) => all + known, cost) <= most * TOGETHER;
  }

  return {
    limitsOf,
    allows(row, payload, record) {
      // A row that is too large, or not a change at all, is left to the inspection.
      if (ownerOf(row.device) === "own" || payload.length > limitsOf(row).bytes) return true;
      const costs = costsByDevice(doc);
      if (!isBelow(row, costs, waitingCost(payload.length), record)) return false;
      const parts = decoded(payload);
      return parts === null || isBelow(row, costs, mergeCost(payload, parts), record);
    },
    mayWait: (row, record) => isBelow(row, waiting, waitingCost(row.envelope.length), record),
    addWaiting(device, bytes) {
      waiting.set(device, (waiting.get(device) ?? 0) + Math.sign(bytes) * waitingCost(Math.abs(bytes)));
    },
  };
}
