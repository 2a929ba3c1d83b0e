// Writes the sealed state of a log while nobody waits for it. Made from the stored rows and never from the document on
// the screen, which may hold words that are not rows yet. Whenever a row is not plainly in the document, no state is
// written, and the next start opens every row as before. Loaded when a log has grown.
import { newDocument } from "../../domain/case/document";
import { applySigned, knowOurs } from "../../domain/changes/signers";
import { beginWith, wholeState } from "../../domain/changes/wholeState";
import type { LocalLog } from "../../storage/localLog";
import type { LogRecord, Row } from "../../storage/schema";
import type { StateHead, StateStore } from "../../storage/states";
import type { Sealer } from "../keys/sealer";
import type { Vault } from "../keys/vault";
import { isPlain, isWrittenHere } from "./rowTrust";
import { openedState, stateName } from "./sealedState";

export type StateWriterParts = {
  log: Pick<LocalLog, "record" | "rowsAfter">;
  sealer: Pick<Sealer, "openRows">;
  vault: Pick<Vault, "holds" | "wrapped" | "unwrapped">;
  states: StateStore;
};

// After so many rows, other work gets its turn: a tap, a frame, "Get help now".
const ROWS_AT_ONCE = 50;
// Browsers have failed on larger values.
const PART_BYTES = 900_000;

/** Brings the sealed state of the log up to its last row. Resolves to whether there is one as of that row. */
export async function writeState(parts: StateWriterParts, log: string): Promise<boolean> {
  const record = await parts.log.record(log);
  if (!record || record.setAside?.length || record.cloned) return false;
  const doc = newDocument();
  let head = await begun(parts, record, doc);
  for (;;) {
    const rows = await parts.log.rowsAfter(log, head.n, ROWS_AT_ONCE);
    if (rows.length === 0) break;
    if (!(await isMerged(parts, doc, rows, record))) return false;
    head = after(head, rows, record);
    await new Promise((done) => setTimeout(done));
  }
  const bytes = head.rows > 0 ? wholeState(doc) : null;
  if (!bytes) return false;
  await parts.states.put(log, { head, parts: await sealed(parts, log, head, bytes) });
  return true;
}

/** Goes on from the state that there is. When the log has doubled since one was made from rows alone, begins anew. */
async function begun(parts: StateWriterParts, record: LogRecord, doc: ReturnType<typeof newDocument>) {
  const start: StateHead = { n: 0, hash: "", rows: 0, device: record.device, checked: 0, fresh: 0 };
  const known = await openedState(parts, record.log);
  if (!known || known.head.fresh * 2 <= record.rows) return start;
  return beginWith(doc, known.bytes, null) ? known.head : start;
}

async function isMerged(
  { sealer, vault }: StateWriterParts,
  doc: ReturnType<typeof newDocument>,
  rows: Row[],
  record: LogRecord,
): Promise<boolean> {
  if (!rows.every((row) => isPlain(row, record))) return false;
  const opened = await sealer.openRows(record.log, rows);
  for (const device of new Set(rows.map((row) => row.device)))
    if (await isWrittenHere(vault, record, device)) knowOurs(doc, device);
  let isSound = true;
  doc.transact(() => {
    for (const { row, result } of opened)
      isSound = isSound && result.ok && applySigned(doc, result.payload, null, row.device);
  });
  return isSound;
}

function after(head: StateHead, rows: Row[], record: LogRecord): StateHead {
  const last = rows.at(-1);
  if (!last) return head;
  const ofOthers = rows.filter(({ device, carries }) => device !== record.device || carries).at(-1);
  return {
    ...head,
    n: last.n,
    hash: last.hash,
    rows: head.rows + rows.length,
    checked: ofOthers?.n ?? head.checked,
    fresh: head.fresh === head.n || head.n === 0 ? last.n : head.fresh,
  };
}

function sealed({ vault }: StateWriterParts, log: string, head: StateHead, bytes: Uint8Array): Promise<Uint8Array[]> {
  const count = Math.ceil(bytes.length / PART_BYTES);
  const parts = Array.from({ length: count }, (_, part) => bytes.slice(part * PART_BYTES, (part + 1) * PART_BYTES));
  return Promise.all(parts.map((part, at) => vault.wrapped(stateName(log, head, at), part)));
}
