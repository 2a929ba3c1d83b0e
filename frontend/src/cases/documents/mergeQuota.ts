// How much of what others write comes into a case: every start merges all of it again, in one go. Above that their rows are set aside until
// the person lets in more. What this person wrote on any phone of theirs counts against no quota. Told from the document, so that nothing is
// counted twice, and a start knows what the one before knew.
import type { CaseDoc } from "../../domain/case/document";
import { type Limits, WIDE } from "../../domain/changes/inspect";
import { decoded, mergeCost, waitingCost } from "../../domain/changes/mergeCost";
import { costsByDevice, isOurs } from "../../domain/changes/signers";
import type { LogRecord, Row } from "../../storage/schema";

/** Whose a device is: the person's own; let in by them to a case of theirs, or into a keyring; or anybody's in the case of somebody else. */
export type DeviceOwner = "own" | "guest" | "other";

/**
 * Of one device, and of all together. A note is 12, and each time that somebody goes on with it 8: that is 7,000 notes, or 1,750 that are
 * gone on with four times each. A whole case of years, written down every day by everybody in it, has some 10,000.
 */
const MOST = 80_000;
const TOGETHER = 2;
/** The case of somebody else has its owner's words among those of others. */
const OF_OTHERS = 4;
/** What one row of a guest may hold: to look at it takes no longer than a screen may take to answer. No app of theirs writes more. */
const OF_GUEST: Limits = { bytes: 200_000, structs: 8_000, deletions: 2_000 };

type By = Pick<Row, "device">;
type Doublings = Pick<LogRecord, "quotaDoublings">;

export interface MergeQuota {
  /** What one row of the device may hold. */
  limitsOf(row: By): Limits;
  allows(row: By, payload: Uint8Array, record: Doublings): boolean;
  /** Whether it may wait beside those that wait already. */
  mayWait(row: Row, record: Doublings): boolean;
  /** So many bytes of the device wait; less than none when they wait no more. */
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
      // What is too large, or no change at all, is for the look to say.
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
