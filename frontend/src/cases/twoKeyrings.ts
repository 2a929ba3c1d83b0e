// What a phone does with a second keyring: joins it when it holds nothing, keeps it beside its own, makes both one when the
// person has said so, or lets it go. Must not move a case of this phone into another keyring but by `unite`.
import { newId } from "../crypto/primitives";
import type { CaseDoc } from "../domain/case/document";
import { carryKeyring } from "../domain/keyring/carryKeyring";
import { isOwnCase, keyringCases, keyringPhones } from "../domain/keyring/keyring";
import type { UpdateLog } from "../storage/updateLog";
import { type Beside, type BesideKeyring, besidesIn } from "./besides";
import type { LiveBook } from "./book";
import type { Hands, Keyring, KeyringHolder, Later } from "./keyring";
import type { KeyringAccess, KeyringSecret, Vault } from "./vault";

export interface TwoKeyrings {
  /** Joins the other keyring on a phone that holds nothing; else keeps it beside its own. Says which. Rejects when it was not stored. */
  take(access: Beside): Promise<"joined" | "beside">;
  /** Whether there is anything on this phone that joining another keyring would give away. */
  isHolding(): Promise<boolean>;
  /** Moves all that the own keyring holds into the one beside it, whose phones can read it from then on. Rejects when it could not. */
  unite(log: string): Promise<void>;
  /** Takes away what another phone brought, from this phone alone. */
  letGo(log: string): Promise<void>;
  besides(): BesideKeyring[];
}

export type TwoKeyringsParts = {
  keyring: KeyringHolder;
  vault: Pick<Vault, "keyring" | "replaceKeyring">;
  log: Pick<UpdateLog, "forget">;
  book: Pick<LiveBook, "close">;
};

export function createTwoKeyrings({ keyring, vault, log, book }: TwoKeyringsParts): TwoKeyrings {
  async function taken(hands: Hands, access: Beside): Promise<"joined" | "beside"> {
    const before = await hands.latest();
    if (before) await hands.moveIn(before);
    if (before && holdsAnything(before)) {
      await changeBesides(hands, before, (kept) => [...kept.filter((one) => one.log !== access.log), access]);
      return "beside";
    }
    if (before?.secret.log !== access.log) await moveTo(hands, access, before?.secret ?? null);
    hands.tellTabs();
    return "joined";
  }

  // What `before` held goes along, and all phones of `shared` can read it from then on.
  async function moveTo(hands: Hands, shared: KeyringAccess, before: KeyringSecret | null, beside: Beside[] = []) {
    const leaving = before && accessOf(before);
    await vault.replaceKeyring({ ...accessOf(shared), phone: before?.phone ?? newId(), leaving, beside });
    const secret = await vault.keyring();
    if (!secret) throw new Error("the keyring was not kept");
    hands.closeBeside(shared.log);
    await hands.moveIn(await hands.use(secret));
  }

  async function unite(hands: Hands, name: string): Promise<void> {
    const before = await hands.latest();
    if (before) await hands.moveIn(before);
    const beside = keyring.besides().find((one) => one.log === name);
    if (!before || !beside) throw new Error("there is no such keyring beside this phone's own");
    // Another one's key in the place of an own one would take the case away.
    if (claimsOwnCase(before.provider.doc, beside.provider.doc))
      throw new Error("that keyring claims a case of this phone");
    const kept = besidesIn(before.secret.beside);
    const access = kept.find((one) => one.log === name);
    if (!access) throw new Error("its keys are gone");
    const others = kept.filter((one) => one !== access);
    await moveTo(hands, access, before.secret, others);
    hands.tellTabs();
  }

  async function changeBesides(hands: Hands, { secret }: Keyring, change: (kept: Beside[]) => Beside[]): Promise<void> {
    await vault.replaceKeyring({ ...secret, beside: change(besidesIn(secret.beside)) });
    await hands.latest();
    hands.tellTabs();
  }

  async function letGo(hands: Hands, name: string): Promise<void> {
    const before = await hands.latest();
    const gone = keyring.besides().find((one) => one.log === name);
    if (!before || !gone) return;
    const ids = gone.cases.map(({ id }) => id);
    await changeBesides(hands, before, (kept) => kept.filter((one) => one.log !== name));
    // What is entered elsewhere, too, stays.
    for (const id of [name, ...ids].filter((id) => keyring.keysOf(id) === null)) {
      await book.close(id);
      await log.forget(id);
    }
  }

  return {
    take: (access) => keyring.rearrange((hands) => taken(hands, access)),
    isHolding: () => keyring.rearrange(async ({ latest }) => holdsAnything(await latest())),
    unite: (name) => keyring.rearrange((hands) => unite(hands, name)),
    letGo: (name) => keyring.rearrange((hands) => letGo(hands, name)),
    besides: keyring.besides,
  };
}

function holdsAnything(held: Keyring | null): boolean {
  if (!held) return false;
  const { doc } = held.provider;
  return keyringCases(doc).length > 0 || keyringPhones(doc).length > 1 || held.secret.beside.length > 0;
}

// Begun again at the next start when the phone dies or has no room in between: the old keyring goes only when all of it is
// stored in the new one.
export const moveOver: Later["moveOver"] = async ({ open, vault, log, registerCases }, keyring) => {
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

function accessOf({ log, key, ownerToken }: KeyringAccess): KeyringAccess {
  return { log, key, ownerToken };
}

/** Whether it is the own keyring, or one beside it. */
export function isKnown(held: Keyring | null, { log }: KeyringAccess): "own" | "beside" | null {
  if (held?.secret.log === log) return "own";
  return besidesIn(held?.secret.beside ?? []).some((known) => known.log === log) ? "beside" : null;
}

/** Whether `other` says that it owns a case of `own`, with another token: its key would take the place of the true one. */
function claimsOwnCase(own: CaseDoc, other: CaseDoc): boolean {
  const tokens = new Map(keyringCases(own).map(({ id, ownerToken }) => [id, ownerToken]));
  return keyringCases(other)
    .filter(isOwnCase)
    .some(({ id, ownerToken }) => (tokens.get(id) ?? ownerToken) !== ownerToken);
}
