// Keeps the server's slots as the keyring has the recovery codes: puts what is missing or old, deletes what was
// replaced. Runs at the end of an exchange, so every step may be repeated. A slot counts as there, or as gone, only when
// the server was seen to give it, or not to.
import { openSlot, type SlotKeys, sealSlot, slotKeys } from "../../crypto/slot";
import { noteOfCode, noteVersion, type RecoveryCode, recoveryCodes } from "../../domain/recoveryCode/recoveryCodes";
import type { SlotApi } from "../../protocol/api";
import { fromHex } from "../../protocol/bytes";
import type { LocalLog } from "../../storage/localLog";
import type { Keyring, KeyringHolder } from "../keys/keyring";
import type { Sealer } from "../keys/sealer";
import { type KeyringKeys, keyringKeysIn } from "../keys/vault";

export type SlotKeeperParts = {
  keyring: KeyringHolder;
  sealer: Sealer;
  log: LocalLog;
  api: SlotApi;
  now: () => string;
};

/** What the server has of a code: version 0 when it has nothing. */
type Seen = { version: number; opens: KeyringKeys | null };

const NONE: Seen = { version: 0, opens: null };
const MOST_TRIES = 3;
// Of the codes that were replaced, so many are looked for again.
const MOST_OLD = 8;

export class SlotKeeper {
  readonly #parts: SlotKeeperParts;
  // For each code, in which state of the keyring and the server nothing was left to do.
  readonly #settledIn = new Map<string, string>();
  readonly #reported = new Set<string>();
  readonly #new = new Set<string>();

  constructor(parts: SlotKeeperParts) {
    this.#parts = parts;
  }

  /** A code was made here just now: its slot is put first, and then looked at. */
  expectNew(secret: string): void {
    this.#new.add(secret);
  }

  async afterRound(): Promise<void> {
    const { keyring, log, sealer } = this.#parts;
    const held = keyring.current();
    if (!held || keyring.isOut()) return;
    const codes = recoveryCodes(held.provider.doc);
    const record = await log.record(held.secret.log);
    const bearer = codes.length > 0 && record?.incarnation && (await sealer.credentials(held.secret.log))?.deviceToken;
    // A slot must not exist before the server has the keyring that names it.
    if (!bearer || (await log.unsent(held.secret.log)) > 0) return;
    const state = `${held.secret.log}/${record.incarnation}`;
    const live = codes.filter(({ replacedAt }) => replacedAt === "");
    const isEachHeld = (
      await each(live, (code) => this.#settle(code, state, () => this.#hold(held, code, bearer)))
    ).every(Boolean);
    // The old code goes when the new one works.
    const old = codes.filter(({ replacedAt }) => replacedAt !== "").slice(-MOST_OLD);
    if (isEachHeld) await each(old, (code) => this.#settle(code, state, () => this.#delete(held, code)));
  }

  async #settle({ id, replacedAt }: RecoveryCode, server: string, work: () => Promise<boolean>): Promise<boolean> {
    const state = server + replacedAt;
    const isSettled = this.#settledIn.get(id) === state || (await work());
    if (isSettled) this.#settledIn.set(id, state);
    return isSettled;
  }

  async #hold(held: Keyring, code: RecoveryCode, bearer: string): Promise<boolean> {
    const keys = await slotKeys(fromHex(code.secret, 16));
    const { doc } = held.provider;
    let known = code.version;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const seen = this.#new.delete(code.secret) ? NONE : await this.#look(keys);
      if (seen === null) return false;
      if (seen.version > 0 && seen.version < known) await this.#sayOld(held, code);
      if (seen.version >= known && isSame(seen.opens, held.secret)) {
        noteVersion(doc, code.id, seen.version);
        noteOfCode(doc, held.writer, code.id, "heldAt");
        return true;
      }
      known = Math.max(known, seen.version) + 1;
      const { log, key, ownerToken } = held.secret;
      const sealed = await sealSlot(keys, known, { v: 1, keyring: { log, key, ownerToken } });
      const body = { log, bearer: keys.bearer, sealed, version: known, replaces: seen.version };
      const put = await this.#parts.api.putSlot(keys.slot, bearer, body);
      if (!put.ok && put.code !== "slot_changed") return false;
    }
    return false;
  }

  /** What the server has now; null when it did not say. */
  async #look(keys: SlotKeys): Promise<Seen | null> {
    const got = await this.#parts.api.getSlot(keys.slot, keys.bearer);
    if (!got.ok) return got.code === "not_found" ? NONE : null;
    const { version, sealed } = got.value;
    return { version, opens: keyringOf(await openSlot(keys, version, sealed)) };
  }

  // Only a server that went back has an older one. Said once in a run of the app.
  async #sayOld(held: Keyring, { id }: RecoveryCode): Promise<void> {
    const { log, now } = this.#parts;
    if (!this.#reported.has(id))
      await log.addNotice(held.secret.log, { code: "server_rolled_back", count: 1, at: now() });
    this.#reported.add(id);
  }

  async #delete({ provider, writer }: Keyring, code: RecoveryCode): Promise<boolean> {
    const { api } = this.#parts;
    const { slot, bearer } = await slotKeys(fromHex(code.secret, 16));
    const isGone = async () => {
      const got = await api.getSlot(slot, bearer);
      return !got.ok && got.code === "not_found";
    };
    if (!(await isGone())) {
      await api.deleteSlot(slot, bearer);
      if (!(await isGone())) return false;
    }
    noteOfCode(provider.doc, writer, code.id, "goneAt");
    return true;
  }
}

/** Decodes what a slot holds. */
export function keyringOf(content: unknown): KeyringKeys | null {
  return keyringKeysIn(Object(content).keyring);
}

function isSame(opens: KeyringKeys | null, { log, key, ownerToken }: KeyringKeys): boolean {
  return opens?.log === log && opens.key === key && opens.ownerToken === ownerToken;
}

async function each<T, R>(of: T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of of) done.push(await work(one));
  return done;
}
