// The list of this person's own phones: their names, and taking one out. Taking one out is stored in the keyring first,
// then done on the server at the end of an exchange: the phone loses its access there. Must not promise more: the phone
// keeps the keys that it has, and the owner tokens with them.
import { isOwnCase, keyringCases, keyringPhones, type Phone } from "../../domain/keyring/keyring";
import { declareDevice, devicesWithin, isGone, renamePhone, sayGone, setOut } from "../../domain/keyring/ownPhones";
import type { LogApi } from "../../protocol/api";
import type { LocalLog } from "../../storage/localLog";
import type { Keyring, KeyringHolder } from "../keys/keyring";

/** "leaving": the server may not know yet. "out": the server lets it in nowhere any more. */
export type OwnPhone = Phone & { state: "in" | "leaving" | "out" };

type OwnPhonesParts = {
  keyring: KeyringHolder;
  log: LocalLog;
  api: Pick<LogApi, "grants" | "revoke">;
  exchangeNow: () => Promise<void>;
};

export class OwnPhones {
  readonly #parts: OwnPhonesParts;
  // Phones that are out and were already looked for in this run of the app.
  readonly #lookedFor = new Set<string>();
  #hasLeft = false;

  constructor(parts: OwnPhonesParts) {
    this.#parts = parts;
  }

  all(): OwnPhone[] {
    const held = this.#parts.keyring.current();
    if (!held) return [];
    const { doc } = held.provider;
    return keyringPhones(doc).map((phone) => ({ ...phone, state: stateOf(phone, isGone(doc, phone.id)) }));
  }

  /** Rejects when this phone has no space for it. */
  rename(id: string, name: string): Promise<void> {
    return this.#change(({ provider, writer }) => renamePhone(provider.doc, writer, id, name));
  }

  /** Rejects when this phone has no space to store it. */
  takeOut(id: string): Promise<void> {
    return this.#change(({ provider, writer }) => setOut(provider.doc, writer, id, true));
  }

  /** Lets this phone in again, after the person has given it the cases once more from another phone. */
  comeBack(): Promise<void> {
    this.#hasLeft = false;
    return this.#change(({ provider, writer, secret }) => setOut(provider.doc, writer, secret.phone, false));
  }

  async afterRound(): Promise<void> {
    const { keyring, log } = this.#parts;
    const held = keyring.current();
    if (!held) return;
    if (keyring.isOut()) return this.#leave();
    await this.#declareAll(held);
    const { doc } = held.provider;
    const out = keyringPhones(doc).filter(({ outAt }) => outAt !== null);
    const toShut = out.filter(({ id }) => !isGone(doc, id) || !this.#lookedFor.has(id));
    if (toShut.length === 0) return;
    await held.provider.flush().catch(() => {});
    // The keyring is sent first: the phone being taken out learns of it from there, and stops by itself.
    if ((await log.unsent(held.secret.log)) > 0 || !(await this.#shutEverywhere(held))) return;
    for (const { id } of toShut) {
      if (!isGone(doc, id)) sayGone(doc, held.writer, id);
      this.#lookedFor.add(id);
    }
  }

  async #change(say: (held: Keyring) => void): Promise<void> {
    const { keyring, exchangeNow } = this.#parts;
    const held = await keyring.ensure();
    say(held);
    await held.provider.flush().finally(() => void exchangeNow());
  }

  async #declareAll({ provider, secret }: Keyring): Promise<void> {
    const { keyring, log } = this.#parts;
    for (const { log: name, device } of await log.logs())
      if (device !== null && keyring.keysOf(name)) declareDevice(provider.doc, secret.phone, name, device);
  }

  // It may have let itself in again, with the owner token, to learn that it is out.
  async #leave(): Promise<void> {
    const { keyring, log, api } = this.#parts;
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    for (const { log: name, device } of await log.logs()) {
      const token = keyring.keysOf(name)?.ownerToken;
      if (device !== null && token) await api.revoke(name, token, device);
    }
  }

  async #shutEverywhere(held: Keyring): Promise<boolean> {
    const own = keyringCases(held.provider.doc).filter(isOwnCase);
    const logs = [{ id: held.secret.log, ownerToken: held.secret.ownerToken }, ...own];
    const done = [];
    for (const { id, ownerToken } of logs) done.push(await this.#shut(held, id, ownerToken));
    return done.every(Boolean);
  }

  // A phone that is in and was cut off comes back by itself and enters its device: see declareDevice. A device counts
  // as shut out when the server's list says so, not when the request was answered.
  async #shut({ provider }: Keyring, id: string, ownerToken: string): Promise<boolean> {
    const { api } = this.#parts;
    const within = devicesWithin(provider.doc, id);
    const strangers = async () => {
      const listed = await api.grants(id, ownerToken);
      if (!listed.ok) return listed.code === "not_found" ? [] : null;
      return listed.value.filter(({ role, device }) => role === "owner" && !within.has(device));
    };
    const toShut = await strangers();
    for (const { device } of toShut ?? []) await api.revoke(id, ownerToken, device);
    return toShut?.length === 0 || (await strangers())?.length === 0;
  }
}

function stateOf({ outAt }: Phone, gone: boolean): OwnPhone["state"] {
  if (outAt === null) return "in";
  return gone ? "out" : "leaving";
}
