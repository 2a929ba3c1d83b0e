// What a phone does with another phone's keyring: joins it when it holds nothing, keeps it as a second keyring, unites
// both when the person has asked for that, or removes it. Must not move a case of this phone into another keyring
// except through `unite`.
import { newId } from "../../crypto/primitives";
import type { CaseDoc } from "../../domain/case/document";
import { carryKeyring } from "../../domain/keyring/carryKeyring";
import { isOwnCase, keyringCases, keyringPhones } from "../../domain/keyring/keyring";
import type { LocalLog } from "../../storage/localLog";
import type { LiveBook } from "../documents/liveBook";
import type { Keyring, KeyringControls, KeyringHolder, SecondKeyringModule } from "./keyring";
import { type SecondKeyring, type SecondKeyringKeys, secondKeyringsIn } from "./secondKeyrings";
import type { KeyringKeys, KeyringSecret, Vault } from "./vault";

export type KeyringMergeParts = {
  keyring: KeyringHolder;
  vault: Pick<Vault, "keyring" | "replaceKeyring">;
  log: Pick<LocalLog, "forget">;
  book: Pick<LiveBook, "close">;
};

export class KeyringMerge {
  readonly #parts: KeyringMergeParts;

  constructor(parts: KeyringMergeParts) {
    this.#parts = parts;
  }

  /** Joins the other keyring if this phone holds nothing; else keeps it as a second one. Rejects if not stored. */
  take(keys: SecondKeyringKeys): Promise<"joined" | "beside"> {
    return this.#parts.keyring.exclusively((controls) => this.#take(controls, keys));
  }

  /** Whether there is anything on this phone that joining another keyring would give away. */
  isHolding(): Promise<boolean> {
    return this.#parts.keyring.exclusively(async ({ latest }) => holdsAnything(await latest()));
  }

  /** Moves the whole own keyring into the second one, whose phones can then read it. Rejects if it could not. */
  unite(log: string): Promise<void> {
    return this.#parts.keyring.exclusively((controls) => this.#unite(controls, log));
  }

  /** Removes what another phone brought, from this phone only. */
  letGo(log: string): Promise<void> {
    return this.#parts.keyring.exclusively((controls) => this.#letGo(controls, log));
  }

  secondKeyrings(): SecondKeyring[] {
    return this.#parts.keyring.secondKeyrings();
  }

  async #take(controls: KeyringControls, keys: SecondKeyringKeys): Promise<"joined" | "beside"> {
    const before = await controls.latest();
    if (before) await controls.moveIn(before);
    if (before && holdsAnything(before)) {
      await this.#changeSecond(controls, before, (kept) => [...kept.filter((one) => one.log !== keys.log), keys]);
      return "beside";
    }
    if (before?.secret.log !== keys.log) await this.#moveTo(controls, keys, before?.secret ?? null);
    controls.tellTabs();
    return "joined";
  }

  async #unite(controls: KeyringControls, log: string): Promise<void> {
    const before = await controls.latest();
    if (before) await controls.moveIn(before);
    const second = this.secondKeyrings().find((one) => one.log === log);
    if (!before || !second) throw new Error("there is no such keyring beside this phone's own");
    // If the other keyring's key replaced an own one, the case would be lost to this phone.
    if (claimsOwnCase(before.provider.doc, second.provider.doc))
      throw new Error("that keyring claims a case of this phone");
    const kept = secondKeyringsIn(before.secret.second);
    const keys = kept.find((one) => one.log === log);
    if (!keys) throw new Error("its keys are gone");
    const others = kept.filter((one) => one !== keys);
    await this.#moveTo(controls, keys, before.secret, others);
    controls.tellTabs();
  }

  async #letGo(controls: KeyringControls, name: string): Promise<void> {
    const { keyring, log, book } = this.#parts;
    const before = await controls.latest();
    const gone = this.secondKeyrings().find((one) => one.log === name);
    if (!before || !gone) return;
    const ids = gone.cases.map(({ id }) => id);
    await this.#changeSecond(controls, before, (kept) => kept.filter((one) => one.log !== name));
    // What another keyring also lists stays.
    for (const id of [name, ...ids].filter((id) => keyring.keysOf(id) === null)) {
      await book.close(id);
      await log.forget(id);
    }
  }

  // The content of `before` moves too, and all phones of `shared` can read it from then on.
  async #moveTo(
    controls: KeyringControls,
    shared: KeyringKeys,
    before: KeyringSecret | null,
    second: SecondKeyringKeys[] = [],
  ) {
    const { vault } = this.#parts;
    const leaving = before && onlyKeys(before);
    await vault.replaceKeyring({ ...onlyKeys(shared), phone: before?.phone ?? newId(), leaving, second });
    const secret = await vault.keyring();
    if (!secret) throw new Error("the keyring was not kept");
    controls.closeSecond(shared.log);
    await controls.moveIn(await controls.use(secret));
  }

  async #changeSecond(
    controls: KeyringControls,
    { secret }: Keyring,
    change: (kept: SecondKeyringKeys[]) => SecondKeyringKeys[],
  ): Promise<void> {
    await this.#parts.vault.replaceKeyring({ ...secret, second: change(secondKeyringsIn(secret.second)) });
    await controls.latest();
    controls.tellTabs();
  }
}

function holdsAnything(held: Keyring | null): boolean {
  if (!held) return false;
  const { doc } = held.provider;
  return keyringCases(doc).length > 0 || keyringPhones(doc).length > 1 || held.secret.second.length > 0;
}

// Starts over at the next start when the phone dies or lacks space in between: the old keyring is removed only once all
// of it is stored in the new one.
export const moveOver: SecondKeyringModule["moveOver"] = async ({ open, vault, log, registerCases }, keyring) => {
  const { leaving, ...secret } = keyring.secret;
  if (!leaving) return;
  const old = await open(leaving.log);
  carryKeyring(old.doc, keyring.provider.doc, keyring.writer);
  old.close();
  await keyring.provider.flush();
  await registerCases(keyring);
  await vault.replaceKeyring({ ...secret, leaving: null });
  keyring.secret = { ...secret, leaving: null };
  await log.forget(leaving.log);
};

function onlyKeys({ log, key, ownerToken }: KeyringKeys): KeyringKeys {
  return { log, key, ownerToken };
}

/** Whether it is the own keyring, or a second one. */
export function isKnown(held: Keyring | null, { log }: KeyringKeys): "own" | "beside" | null {
  if (held?.secret.log === log) return "own";
  return secondKeyringsIn(held?.secret.second ?? []).some((known) => known.log === log) ? "beside" : null;
}

/** Whether `other` claims to own a case of `own` with another token: its key would replace the true one. */
function claimsOwnCase(own: CaseDoc, other: CaseDoc): boolean {
  const tokens = new Map(keyringCases(own).map(({ id, ownerToken }) => [id, ownerToken]));
  return keyringCases(other)
    .filter(isOwnCase)
    .some(({ id, ownerToken }) => (tokens.get(id) ?? ownerToken) !== ownerToken);
}
