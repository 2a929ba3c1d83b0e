// A whole document with what is known of its signers, as bytes, and a document that begins with them: the length of the
// signers in four bytes, big endian; the signers as JSON; one Yjs update.
import * as Y from "yjs";
import type { CaseDoc } from "../case/document";
import { restoreSigners, writtenSigners } from "./signers";
import { apply } from "./updates";

/** Null while the document waits for something that has not come: bytes would not hold that. */
export function wholeState(doc: CaseDoc): Uint8Array<ArrayBuffer> | null {
  if (doc.store.pendingStructs || doc.store.pendingDs) return null;
  const signers = new TextEncoder().encode(writtenSigners(doc));
  const update = Y.encodeStateAsUpdate(doc);
  const bytes = new Uint8Array(4 + signers.length + update.length);
  new DataView(bytes.buffer).setUint32(0, signers.length);
  bytes.set(signers, 4);
  bytes.set(update, 4 + signers.length);
  return bytes;
}

/** Fills an empty document; false when it could not, and then every row has to be read. */
export function beginWith(doc: CaseDoc, bytes: Uint8Array, origin: unknown): boolean {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (!apply(doc, bytes.subarray(4 + length), origin)) return false;
  restoreSigners(doc, new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  return true;
}
