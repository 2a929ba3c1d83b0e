// The app lock of this phone (docs/app-lock.md): sets it, opens it, changes the ways in, switches it off. Works on the
// storage alone, because it has to while nothing is open. What it puts in the place of a key was opened before.
import { codeKeys, keptByBrowser, makeLockKey, openLockKey, sealLockKey } from "../../crypto/lockKey";
import { hasPasskeys, makePasskey, usePasskey } from "../../crypto/passkey";
import { isAffordable, type KeyWork, keyFrom, newKeyWork } from "../../crypto/passphrase";
import { aesKey, randomBytes, sha256 } from "../../crypto/primitives";
import { unwrapBytes, wrapBytes } from "../../crypto/wrap";
import { equalBytes, fromHex, toHex } from "../../protocol/bytes";
import { type ReadRecoveryCode, readRecoveryCode } from "../../protocol/recoveryCode";
import { createDatabase, type WithDatabase } from "../../storage/database";
import { LockStore, type Stored } from "../../storage/lockStore";
import { draftName } from "../documents/drafts";
import { type Locking, type LockRecord, readRecord, type Way, writeRecord } from "./lockRecord";
import { WrongPins } from "./wrongPins";

type Bytes = Uint8Array<ArrayBuffer>;

export type { Locking, ReadRecoveryCode };
/** `wait`: in how many milliseconds a PIN may be tried again; 0 for at once. */
export type Opening = { ok: true; key: CryptoKey } | { ok: false; wait: number };

const TRIES = 20;
export const FIRST_LOCKING: Locking = { after: 5, onLeaving: false };
const PIN = /^\d{6,12}$/;

export function isPin(typed: string): boolean {
  return PIN.test(typed);
}

export class AppLock {
  readonly #store: LockStore;
  readonly #wrongPins: WrongPins;

  constructor(withDatabase: WithDatabase = createDatabase(), elapsed: () => number = () => performance.now()) {
    this.#store = new LockStore(withDatabase);
    this.#wrongPins = new WrongPins(this.#store, elapsed);
  }

  /** When the app locks, and whether a passkey opens it; null when there is no lock. */
  async state(): Promise<(Locking & { hasCode: boolean; passkeys: Way[] }) | null> {
    const record = await this.#record();
    if (!record) return null;
    const of = (kind: Way["kind"]) => record.ways.filter((way) => way.kind === kind);
    return { ...record, hasCode: of("code").length > 0, passkeys: of("passkey") };
  }

  /** Sets a lock. `codes` are the secrets of the recovery codes that work (hex). Rejects when nothing has changed. */
  async set(pin: string, codes: readonly string[], locking: Locking = FIRST_LOCKING): Promise<void> {
    const key = await makeLockKey();
    const id = randomBytes(16);
    const ways = [await pinWay(key, pin, toHex(id)), ...(await codeWays(key, codes, toHex(id)))];
    const record = { id: toHex(id), ways, ...locking };
    await provePin(record, pin, key);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await this.#store.all();
      const after = await wrappedAnew(before, key, writeRecord(record));
      if (await this.#store.replaceAll(before, after, id)) return;
    }
    throw new Error("the secrets change all the time");
  }

  async openByPin(pin: string): Promise<Opening> {
    if (!(await this.#wrongPins.mayTry())) return { ok: false, wait: await this.wait() };
    const record = await this.#record();
    const key = record && (await keyByPin(record, pin));
    if (!key) return { ok: false, wait: await this.wait() };
    await this.#wrongPins.forget();
    return { ok: true, key };
  }

  /** How long the person has to wait; to be asked again and again meanwhile, because only waiting makes it less. */
  wait(): Promise<number> {
    return this.#wrongPins.left();
  }

  readCode(text: string): Promise<ReadRecoveryCode> {
    return readRecoveryCode(sha256, text);
  }

  /** Null when it is another code. Needs no network. */
  async openByCode(text: string): Promise<CryptoKey | null> {
    const [record, read] = await Promise.all([this.#record(), this.readCode(text)]);
    if (!record || read.state !== "complete") return null;
    const { key, of } = await codeKeys(read.secret);
    const way = record.ways.find((one) => one.kind === "code" && one.of === toHex(of));
    const opened = way && (await openLockKey(fromHex(way.sealed), await aesKey(key), `code/${record.id}`));
    if (!opened) return null;
    await this.#wrongPins.forget();
    return opened;
  }

  /** Whether this phone has passkeys that could open a lock. */
  mayHavePasskey(): Promise<boolean> {
    return hasPasskeys();
  }

  /** A passkey opens the lock from now on, beside the PIN. False when there is none: then nothing has changed. */
  async addPasskey(key: CryptoKey): Promise<boolean> {
    const made = await makePasskey();
    if (!made) return false;
    await this.#change(async (record) => {
      const sealed = await sealLockKey(key, await aesKey(made.key), `passkey/${record.id}`);
      const way: Way = {
        kind: "passkey",
        of: toHex(made.of),
        memory: 0,
        passes: 0,
        salt: toHex(made.salt),
        sealed: toHex(sealed),
      };
      return { ...record, ways: [...record.ways.filter(({ kind }) => kind !== "passkey"), way] };
    });
    return true;
  }

  removePasskey(): Promise<void> {
    return this.#change(async (record) => ({
      ...record,
      ways: record.ways.filter(({ kind }) => kind !== "passkey"),
    }));
  }

  /** Null when the phone does not give what opens it. */
  async openByPasskey(): Promise<CryptoKey | null> {
    const record = await this.#record();
    const way = record?.ways.find(({ kind }) => kind === "passkey");
    const given = way && (await usePasskey(fromHex(way.of), fromHex(way.salt)));
    if (!record || !given) return null;
    const opened = await openLockKey(fromHex(way.sealed), await aesKey(given), `passkey/${record.id}`);
    if (!opened) return null;
    await this.#wrongPins.forget();
    return opened;
  }

  /** Puts another PIN in the place of the one that is set. */
  changePin(key: CryptoKey, pin: string): Promise<void> {
    return this.#change(async (record) => {
      const way = await pinWay(key, pin, record.id);
      const changed = { ...record, ways: [way, ...record.ways.filter(({ kind }) => kind !== "pin")] };
      await provePin(changed, pin, key);
      return changed;
    });
  }

  /** Brings the ways in by recovery code up to date. */
  async keepCodes(key: CryptoKey, codes: readonly string[]): Promise<void> {
    const record = await this.#record();
    if (!record) return;
    const wanted = await Promise.all(codes.map(async (code) => toHex((await codeKeys(fromHex(code, 16))).of)));
    const there = record.ways.filter(({ kind }) => kind === "code").map(({ of }) => of);
    if (String(wanted.sort()) === String(there.sort())) return;
    await this.#change(async (now) => ({
      ...now,
      ways: [...now.ways.filter(({ kind }) => kind !== "code"), ...(await codeWays(key, codes, now.id))],
    }));
  }

  changeLocking(locking: Locking): Promise<void> {
    return this.#change(async (record) => ({ ...record, ...locking }));
  }

  /** From now on the browser keeps the key, as before there was a lock. */
  async off(key: CryptoKey): Promise<void> {
    const kept = await keptByBrowser(key);
    const stored = await this.#store.key();
    if (!(stored instanceof Uint8Array)) return;
    const { secrets } = await this.#store.all();
    for (const [name, wrapped] of secrets) await sameUnder(key, kept, name, wrapped);
    if (!(await this.#store.replaceKey(stored, kept))) throw new Error("the lock has changed meanwhile");
  }

  async #change(change: (record: LockRecord) => Promise<LockRecord>): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const stored = await this.#store.key();
      if (!(stored instanceof Uint8Array)) throw new Error("there is no lock");
      if (await this.#store.replaceKey(stored, writeRecord(await change(readRecord(stored))))) return;
    }
    throw new Error("the lock changes all the time");
  }

  async #record(): Promise<LockRecord | null> {
    const stored = await this.#store.key();
    return stored instanceof Uint8Array ? readRecord(stored) : null;
  }
}

async function pinWay(key: CryptoKey, pin: string, id: string): Promise<Way> {
  const { memory, passes, salt } = newKeyWork();
  const sealed = await sealLockKey(key, await keyFrom(pin, { memory, passes, salt }), `pin/${id}`);
  return { kind: "pin", of: "", memory, passes, salt: toHex(salt), sealed: toHex(sealed) };
}

async function codeWays(key: CryptoKey, codes: readonly string[], id: string): Promise<Way[]> {
  return Promise.all(
    codes.map(async (code) => {
      const { key: by, of } = await codeKeys(fromHex(code, 16));
      const sealed = await sealLockKey(key, await aesKey(by), `code/${id}`);
      return { kind: "code", of: toHex(of), salt: "", memory: 0, passes: 0, sealed: toHex(sealed) };
    }),
  );
}

async function keyByPin(record: LockRecord, pin: string): Promise<CryptoKey | null> {
  for (const { kind, memory, passes, salt, sealed } of record.ways) {
    const work: KeyWork = { memory, passes, salt: fromHex(salt) };
    if (kind !== "pin" || !isAffordable(work)) continue;
    const key = await openLockKey(fromHex(sealed), await keyFrom(pin, work), `pin/${record.id}`);
    if (key) return key;
  }
  return null;
}

// Read back from the bytes that are to be stored.
async function provePin(record: LockRecord, pin: string, key: CryptoKey): Promise<void> {
  const opened = await keyByPin(readRecord(writeRecord(record)), pin);
  const probe = randomBytes(32);
  if (!opened) throw new Error("the new PIN does not open the lock");
  await sameUnder(opened, key, "probe", await wrapBytes(key, "probe", probe));
}

async function wrappedAnew(before: Stored, key: CryptoKey, record: Bytes): Promise<Stored> {
  const { key: old } = before;
  if (!old || old instanceof Uint8Array) throw new Error("there is no key to replace, or a lock already");
  const anew = async (name: string, wrapped: Uint8Array): Promise<Uint8Array> => {
    const plain = await unwrapBytes(old, name, wrapped);
    // What did not open before stays as it is.
    if (!plain) return wrapped;
    const rewrapped = await wrapBytes(key, name, plain);
    await sameUnder(old, key, name, wrapped, rewrapped);
    return rewrapped;
  };
  const secrets = [...before.secrets].map(async ([name, wrapped]) => [name, await anew(name, wrapped)] as const);
  const drafts = before.drafts.map(async (draft) => ({
    ...draft,
    sealed: await anew(draftName(draft.log, draft.id), draft.sealed),
  }));
  return { key: record, secrets: new Map(await Promise.all(secrets)), drafts: await Promise.all(drafts) };
}

/** Throws unless `before`, under the old key, holds the same as `after` under the new one. */
async function sameUnder(old: CryptoKey, key: CryptoKey, name: string, before: Uint8Array, after = before) {
  const [was, is] = await Promise.all([unwrapBytes(old, name, before), unwrapBytes(key, name, after)]);
  if (was && !(is && equalBytes(was, is))) throw new Error("a secret does not open under the new key");
}
