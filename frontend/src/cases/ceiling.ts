// How much of what others write comes into a case: every start merges all of it again, in one go. Above that their rows are set aside until
// the person lets in more. What this person wrote on any phone of theirs has no ceiling. Told from the document, so that nothing is
// counted twice, and a start knows what the one before knew.
import type { CaseDoc } from "../domain/case/document";
import { decoded, heftOf, heftWaiting } from "../domain/changes/heft";
import { type Limits, WIDE } from "../domain/changes/inspect";
import { broughtInto, isOurs } from "../domain/changes/signers";
import type { LogRecord, Row } from "../storage/schema";

/** Whose a device is: the person's own; let in by them to a case of theirs, or into a keyring; or anybody's in the case of somebody else. */
export type Standing = "own" | "guest" | "other";

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
type Looked = Pick<LogRecord, "looks">;

export interface Ceiling {
  /** What one row of the device may hold. */
  limitsOf(row: By): Limits;
  hasRoomFor(row: By, payload: Uint8Array, record: Looked): boolean;
  /** Whether it may wait beside those that wait already. */
  mayWait(row: Row, record: Looked): boolean;
  /** So many bytes of the device wait; less than none when they wait no more. */
  waits(device: string, bytes: number): void;
}

export function createCeiling(doc: CaseDoc, standingOf: (device: string) => Standing): Ceiling {
  const waiting = new Map<string, number>();
  const standing = (device: string) => (isOurs(doc, device) ? "own" : standingOf(device));
  const limitsOf: Ceiling["limitsOf"] = ({ device }) => (standing(device) === "guest" ? OF_GUEST : WIDE);

  function isBelow(row: By, hefts: ReadonlyMap<string, number>, heft: number, { looks = 0 }: Looked): boolean {
    const of = standing(row.device);
    if (of === "own") return true;
    const most = MOST * 2 ** looks * (of === "other" ? OF_OTHERS : 1);
    if ((hefts.get(row.device) ?? 0) + heft > most) return false;
    const others = [...hefts].filter(([device]) => standing(device) !== "own");
    return others.reduce((all, [, known]) => all + known, heft) <= most * TOGETHER;
  }

  return {
    limitsOf,
    hasRoomFor(row, payload, record) {
      // What is too large, or no change at all, is for the look to say.
      if (standing(row.device) === "own" || payload.length > limitsOf(row).bytes) return true;
      const hefts = broughtInto(doc);
      if (!isBelow(row, hefts, heftWaiting(payload.length), record)) return false;
      const parts = decoded(payload);
      return parts === null || isBelow(row, hefts, heftOf(payload, parts), record);
    },
    mayWait: (row, record) => isBelow(row, waiting, heftWaiting(row.envelope.length), record),
    waits(device, bytes) {
      waiting.set(device, (waiting.get(device) ?? 0) + Math.sign(bytes) * heftWaiting(Math.abs(bytes)));
    },
  };
}
