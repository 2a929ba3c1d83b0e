// Reads another phone's keyring before anything of it is kept: fetched, opened and validated, in a document of its own
// that is thrown away. Somebody else may have written it, so everything has a limit, each row is inspected before it is
// merged, and every failure gives the same answer.
import { mayOwn } from "../../crypto/logId";
import { tokenHashOf } from "../../crypto/primitives";
import type { caseKey, open } from "../../crypto/seal";
import { type CaseDoc, newDocument } from "../../domain/case/document";
import { hasCome, inspect, type Need } from "../../domain/changes/inspect";
import { applySigned } from "../../domain/changes/signers";
import { isOwnCase, keyringCases, keyringPhones } from "../../domain/keyring/keyring";
import type { LogApi } from "../../protocol/api";
import { fromHex } from "../../protocol/bytes";
import { createMergeQuota } from "../documents/mergeQuota";
import { MOST_CASES } from "../keys/secondKeyrings";
import type { Device, KeyringKeys } from "../keys/vault";
import { type PairingProblem, type Refused, refused } from "./invitations";

/** The ids of its cases, or why it was refused. */
export type ForeignKeyring = { ok: true; cases: string[] } | Refused;

/** Why a keyring that is readable is not to be taken in. */
export type ProblemIn = (doc: CaseDoc) => PairingProblem | null;

const PAGE = 100;
const MOST_ENTRIES = 5_000;
const MOST_BYTES = 8_000_000;
const MOST_ROUNDS = 3;
const SOMEBODY = { device: "" };

/** How to open an envelope: passed in, because the first screen has loaded it already. */
export type EnvelopeOpener = { open: typeof open; caseKey: typeof caseKey };
type ReadingParts = { api: Pick<LogApi, "grant" | "pull" | "revoke">; opener: EnvelopeOpener; device: Device };

export async function readForeignKeyring(
  { api, opener, device }: ReadingParts,
  keyring: KeyringKeys,
  problemIn: ProblemIn = () => null,
): Promise<ForeignKeyring> {
  if (!(await mayOwn(keyring.log, keyring.ownerToken))) return refused("broken_keyring");
  const tokenHash = await tokenHashOf(device.token);
  const granted = await api.grant(keyring.log, keyring.ownerToken, { device: device.id, role: "owner", tokenHash });
  if (!granted.ok) return refused(granted.code === "not_found" ? "broken_keyring" : granted.code);
  const fetched = await fetchAll(api, device, keyring.log);
  // When the keyring is kept, it gets a device of its own.
  await api.revoke(keyring.log, keyring.ownerToken, device.id);
  return Array.isArray(fetched) ? casesIn(opener, keyring, fetched, problemIn) : fetched;
}

async function fetchAll(api: ReadingParts["api"], device: Device, log: string): Promise<Uint8Array[] | Refused> {
  const envelopes: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const pulled = await api.pull(log, device.token, envelopes.length, PAGE);
    if (!pulled.ok) return refused(pulled.code);
    const { entries, head } = pulled.value;
    for (const { envelope } of entries) {
      envelopes.push(envelope);
      bytes += envelope.length;
    }
    if (envelopes.length >= head.seq) return envelopes;
    if (entries.length === 0 || envelopes.length > MOST_ENTRIES || bytes > MOST_BYTES) return refused("broken_keyring");
  }
}

async function casesIn(
  { open, caseKey }: EnvelopeOpener,
  { log, key }: KeyringKeys,
  envelopes: Uint8Array[],
  problemIn: ProblemIn,
): Promise<ForeignKeyring> {
  const keys = [await caseKey(1, fromHex(key, 32))];
  const doc = newDocument();
  try {
    const merged = await mergeInto(doc, envelopes, (envelope) => open(envelope, log, keys, new Map()));
    const cases = keyringCases(doc);
    const owned = await Promise.all(cases.filter(isOwnCase).map(({ id, ownerToken }) => mayOwn(id, ownerToken)));
    // A phone enters itself before anything else: without any phone, what was merged is another kind of document.
    const isKeyring = merged === 0 ? envelopes.length === 0 : keyringPhones(doc).length > 0;
    // A keyring that claims what cannot be its own is not believed at all.
    if (!isKeyring || cases.length > MOST_CASES || owned.includes(false)) return refused("broken_keyring");
    const problem = problemIn(doc);
    if (problem) return refused(problem);
    return { ok: true, cases: cases.map(({ id }) => id) };
  } catch {
    return refused("broken_keyring");
  } finally {
    doc.destroy();
  }
}

/** Merges what a phone keeping the keyring would, whoever signed it. Returns how many rows; yields between rows. */
export async function mergeInto(
  doc: CaseDoc,
  envelopes: Uint8Array[],
  opened: (envelope: Uint8Array) => Promise<{ ok: true; payload: Uint8Array } | { ok: false }>,
): Promise<number> {
  const quota = createMergeQuota(doc, () => "guest");
  const late: { payload: Uint8Array; needs: Need }[] = [];
  let merged = 0;
  const look = (payload: Uint8Array) => {
    if (!quota.allows(SOMEBODY, payload, {})) return;
    const found = inspect(doc, payload, quota.limitsOf(SOMEBODY));
    if (found.is === "waiting") late.push({ payload, needs: found.needs });
    if (found.is === "fit" && applySigned(doc, payload, null, SOMEBODY.device)) merged += 1;
  };
  for (const envelope of envelopes) {
    const result = await opened(envelope);
    if (result.ok) look(result.payload);
  }
  for (let round = 0; round < MOST_ROUNDS; round += 1)
    for (const one of late.splice(0)) {
      if (!hasCome(doc, one.needs)) late.push(one);
      else {
        await new Promise((done) => setTimeout(done));
        look(one.payload);
      }
    }
  return merged;
}
