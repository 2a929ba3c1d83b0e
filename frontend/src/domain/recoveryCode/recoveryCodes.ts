// The recovery codes that were made, as the keyring has them, so that each of the person's phones can show one again and
// put its slot back; and the devices with which the phones are in cases of other persons, so that a recovered phone can
// go on as one of them. Nothing is overwritten: a replaced code stays, to be told from one that never was.
import { type CaseDoc, type EntryMap, mapIn, mapsIn, newMap, plainText, rootMap, type Writer } from "../case/document";
import { declaredKey, RECOVERY_CODES } from "../keyring/keyring";

/** `heldAt`: when a phone first saw that the server has the slot. `version`: the highest that a phone has seen. */
export type RecoveryCode = {
  id: string;
  secret: string;
  madeAt: string;
  version: number;
  heldAt: string;
  verifiedAt: string;
  replacedAt: string;
  goneAt: string;
};
export type JoinedDevice = { device: string; seed: string; token: string };
type Moment = "heldAt" | "verifiedAt" | "goneAt";

const ID = /^[0-9a-f]{32}$/;
const JOINED = /^device:([0-9a-f]{32})\/([0-9a-f]{64})$/;
const SECRET = /^[0-9a-f]{64}$/;

/** All of them, oldest first. */
export function recoveryCodes(doc: CaseDoc): RecoveryCode[] {
  return mapsIn(rootMap(doc, RECOVERY_CODES))
    .map(([id, map]) => codeIn(id, map))
    .filter(({ id, secret }) => ID.test(id) && ID.test(secret))
    .sort((a, b) => (a.madeAt + a.id < b.madeAt + b.id ? -1 : 1));
}

/** Those that work. */
export function liveCodes(doc: CaseDoc): RecoveryCode[] {
  return recoveryCodes(doc).filter(({ replacedAt }) => replacedAt === "");
}

/** Enters a new code in place of every other one. */
export function enterCode(doc: CaseDoc, writer: Writer, secret: string): void {
  const codes = rootMap(doc, RECOVERY_CODES);
  doc.transact(() => {
    for (const { id } of liveCodes(doc)) mapIn(codes, id)?.set("replacedAt", writer.now());
    const map = newMap(codes, writer.newId());
    map.set("secret", secret);
    map.set("madeAt", writer.now());
  });
}

/** Notes when something happened to a code. The first time counts. */
export function noteOfCode(doc: CaseDoc, writer: Writer, id: string, what: Moment): void {
  const map = mapIn(rootMap(doc, RECOVERY_CODES), id);
  if (map && plainText(map, what) === "") map.set(what, writer.now());
}

export function noteVersion(doc: CaseDoc, id: string, version: number): void {
  const map = mapIn(rootMap(doc, RECOVERY_CODES), id);
  if (map && codeIn(id, map).version < version) map.set("version", version);
}

/** The devices with which the person's phones are in another person's case. They stand beside the codes. */
export function joinedDevices(doc: CaseDoc, log: string): JoinedDevice[] {
  return mapsIn(rootMap(doc, RECOVERY_CODES)).flatMap(([key, map]) => {
    const [, of, device = ""] = JOINED.exec(key) ?? [];
    const [seed, token] = [plainText(map, "seed"), plainText(map, "token")];
    return of === log && SECRET.test(seed) && SECRET.test(token) ? [{ device, seed, token }] : [];
  });
}

export function keepJoinedDevice(doc: CaseDoc, log: string, { device, seed, token }: JoinedDevice): void {
  const codes = rootMap(doc, RECOVERY_CODES);
  const key = declaredKey(log, device);
  if (mapIn(codes, key)) return;
  doc.transact(() => {
    const map = newMap(codes, key);
    map.set("seed", seed);
    map.set("token", token);
  });
}

function codeIn(id: string, map: EntryMap): RecoveryCode {
  const version = map.get("version");
  return {
    id,
    secret: plainText(map, "secret"),
    madeAt: plainText(map, "madeAt"),
    version: Number.isSafeInteger(version) ? Number(version) : 0,
    heldAt: plainText(map, "heldAt"),
    verifiedAt: plainText(map, "verifiedAt"),
    replacedAt: plainText(map, "replacedAt"),
    goneAt: plainText(map, "goneAt"),
  };
}
