// Which device signed what a case holds. A row of the log is signed, and Yjs knows which session wrote its contents and
// how far, so whatever a row was the first to bring belongs to its device. What this phone wrote itself is not
// recorded: a person alone pays nothing. The keyring knows whose device it is.
import * as Y from "yjs";
import type { CaseDoc } from "../case/document";
import { decoded, mergeCost, type Parts } from "./mergeCost";
import { apply } from "./updates";

/** Where something was written: the Yjs session and its clock there. */
export type Trace = { client: number; clock: number };
type Claim = { from: number; to: number; device: string };
type Signers = { ours: Set<string>; claims: Map<number, Claim[]>; costs: Map<string, number> };

const known = new WeakMap<CaseDoc, Signers>();

/** Declares that a device is this phone's, whatever came with its rows. */
export function knowOurs(doc: CaseDoc, device: string): void {
  signersOf(doc).ours.add(device);
}

export function isOurs(doc: CaseDoc, device: string): boolean {
  return signersOf(doc).ours.has(device);
}

/** Merges a row signed by `device`; false when it is not a valid change. */
export function applySigned(doc: CaseDoc, update: Uint8Array, origin: unknown, device: string): boolean {
  const { ours, claims, costs } = signersOf(doc);
  const parts = ours.has(device) ? null : decoded(update);
  const brought = parts ? broughtBy(doc, parts) : [];
  if (!apply(doc, update, origin)) return false;
  if (parts) costs.set(device, (costs.get(device) ?? 0) + mergeCost(update, parts));
  for (const [client, from, to] of brought) {
    const all = claims.get(client) ?? [];
    const last = all.at(-1);
    if (last?.device === device && last.to === from) last.to = to;
    else all.push({ from, to, device });
    claims.set(client, all);
  }
  return true;
}

/** The merge cost that each device other than this phone's has brought into the document, from its first row on. */
export function costsByDevice(doc: CaseDoc): ReadonlyMap<string, number> {
  return signersOf(doc).costs;
}

/** For when all rows are read again: the count starts from zero. */
export function forgetCosts(doc: CaseDoc): void {
  signersOf(doc).costs.clear();
}

/** The device that signed what was written there; null for this phone's. */
export function signerOf(doc: CaseDoc, { client, clock }: Trace): string | null {
  const claim = signersOf(doc)
    .claims.get(client)
    ?.find(({ from, to }) => from <= clock && clock < to);
  return claim?.device ?? null;
}

/** What is known of the signers, as text. */
export function writtenSigners(doc: CaseDoc): string {
  const { ours, claims, costs } = signersOf(doc);
  return JSON.stringify([[...ours], [...claims], [...costs]]);
}

/** For a document that begins with everything whose signers `written` names. */
export function restoreSigners(doc: CaseDoc, written: string): void {
  const [ours, claims, costs] = JSON.parse(written);
  known.set(doc, { ours: new Set(ours), claims: new Map(claims), costs: new Map(costs) });
}

/** What this change brings of each session that the document does not have. */
function broughtBy(doc: CaseDoc, { structs }: Parts): [client: number, from: number, to: number][] {
  const ranges = new Map<number, { from: number; to: number }>();
  for (const { id, length } of structs) {
    const { from = Math.max(id.clock, Y.getState(doc.store, id.client)) } = ranges.get(id.client) ?? {};
    ranges.set(id.client, { from, to: id.clock + length });
  }
  return [...ranges].flatMap(([client, { from, to }]) => (from < to ? [[client, from, to]] : []));
}

function signersOf(doc: CaseDoc): Signers {
  const found = known.get(doc) ?? { ours: new Set(), claims: new Map(), costs: new Map() };
  known.set(doc, found);
  return found;
}
