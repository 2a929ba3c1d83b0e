// What came into a case from the file of a copy. A file proves nothing about who wrote its words, and whoever opens it
// signs them anew. So the phone that opens it enters what the file is the first to bring (copy/claims.ts): by session and
// clock, like signers.ts. A claim counts only for what its own signer brought, so nobody can take another person's words from them.
import { type CaseDoc, rootMap } from "../case/document";
import { signerOf, type Trace } from "./signers";

/** Sessions, each with its first clock and the one after its last. */
export type Ranges = [client: number, from: number, to: number][];
type Claim = { at: Trace; ranges: Ranges };

export const COPIED = "copied";
const known = new WeakMap<CaseDoc, { size: number; claims: Claim[] }>();

export function isCopied(doc: CaseDoc, trace: Trace): boolean {
  const signer = signerOf(doc, trace);
  return claimsIn(doc).some(({ at, ranges }) => {
    const isClaimed = ranges.some(
      ([client, from, to]) => client === trace.client && from <= trace.clock && trace.clock < to,
    );
    return isClaimed && signerOf(doc, at) === signer;
  });
}

function claimsIn(doc: CaseDoc): Claim[] {
  const root = rootMap(doc, COPIED);
  const read = known.get(doc);
  if (read?.size === root._map.size) return read.claims;
  const claims = [...root._map.values()].flatMap((item): Claim[] => {
    const said: unknown = item.content.getContent().at(-1);
    const ranges = typeof said === "string" ? rangesIn(said) : [];
    return ranges.length > 0 ? [{ at: { client: item.id.client, clock: item.id.clock }, ranges }] : [];
  });
  known.set(doc, { size: root._map.size, claims });
  return claims;
}

// Anyone with the key of the case may write anything there.
export function rangesIn(said: string): Ranges {
  try {
    const read: unknown = JSON.parse(said);
    return Array.isArray(read) ? read.filter(isRange) : [];
  } catch {
    return [];
  }
}

function isRange(value: unknown): value is Ranges[number] {
  return Array.isArray(value) && value.length === 3 && value.every((part) => Number.isSafeInteger(part));
}
