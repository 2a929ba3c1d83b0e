// Pairing own phones: one 128-bit code, shown as QR, link and text, that works once and for 15 minutes. The phone that
// shows it gives; the phone where it is entered brings in. Nothing is given before the person has compared the number
// on both screens. A phone that holds nothing joins the keyring it is given; any other keeps it as a second keyring.
import { sha256 } from "../../crypto/primitives";
import type { LogApi } from "../../protocol/api";
import { readCode } from "../../protocol/pairingCode";
import { isStorageFailure } from "../documents/saving";
import type { KeyringHolder } from "../keys/keyring";
import { isKnown, type KeyringMerge } from "../keys/keyringMerge";
import type { Sealer } from "../keys/sealer";
import { type Device, type KeyringKeys, keyringKeysIn, type Vault } from "../keys/vault";
import { type EnvelopeOpener, type ProblemIn, readForeignKeyring } from "./foreignKeyring";
import {
  type Caller,
  type Content,
  type Invitations,
  type Inviting,
  nameIn,
  type Offer,
  type Offered,
  type OfferStatus,
  type PairingProblem,
  type Refused,
  refused,
} from "./invitations";
import type { OwnPhones } from "./ownPhones";
import { cancel, type Withdrawals } from "./withdrawals";

export type { Caller, Offer, OfferStatus, PairingProblem } from "./invitations";

/** The name of the phone that shows the code, and the number that both show. */
export type MeetResult = { ok: true; phone: string; number: string } | Refused;
/**
 * "waiting": the person at the other phone has not said yes yet. "declined": they said that the numbers differ.
 * "joined": this phone, which held nothing, shares the other one's cases. "beside": the cases came in the second
 * keyring `log`. "shared": both phones already shared their cases.
 */
export type BringResult =
  | { ok: true; state: "waiting" | "declined" | "joined" | "beside" | "shared"; log: string }
  | Refused;
export type PairingResult = { ok: true } | Refused;

export type PairingParts = {
  keyring: KeyringHolder;
  keyringMerge: KeyringMerge;
  ownPhones: OwnPhones;
  sealer: Sealer;
  vault: Vault;
  api: LogApi;
  opener: EnvelopeOpener;
  invitations: Invitations;
  withdrawals: Withdrawals;
  /** Exchanges with the server now, so that it knows this phone's grant before an invite is made with it. */
  exchangeNow: () => Promise<void>;
  phoneName: () => string;
};

/** Making an offer needs a network and, so that there is something to share, at least the keyring. */
export class Pairing implements Inviting {
  readonly #parts: PairingParts;

  constructor(parts: PairingParts) {
    this.#parts = parts;
  }

  async offer(): Promise<Offered> {
    const { keyring, invitations, exchangeNow, phoneName } = this.#parts;
    const { secret } = await keyring.ensure();
    await exchangeNow();
    return invitations.put(await this.#bearer(), "/pair", { v: 1, phone: phoneName() }, { log: secret.log });
  }

  async status(offer: Offer): Promise<OfferStatus | PairingProblem> {
    return this.#parts.invitations.status(await this.#bearer(), offer);
  }

  async withdraw(offer: Offer): Promise<void> {
    await cancel(this.#parts, (await this.#parts.keyring.ensure()).secret.log, offer);
  }

  /** The phone that has used the offer's code; null while none has. */
  async caller(offer: Offer): Promise<Caller | null> {
    return this.#parts.invitations.caller(await this.#bearer(), offer);
  }

  /** Gives this phone's keyring to that caller, once the person has compared the numbers. */
  async give(offer: Offer, caller: Caller): Promise<PairingResult> {
    const { log, key, ownerToken } = (await this.#parts.keyring.ensure()).secret;
    return this.#handOver(offer, caller, { keyring: { log, key, ownerToken } });
  }

  /** Tells the caller that they get nothing. */
  decline(offer: Offer, caller: Caller): Promise<PairingResult> {
    return this.#handOver(offer, caller, { declined: true });
  }

  /** Takes a code, a link that holds one, or the text of a QR code, and uses up the code. May be repeated. */
  async meet(codeOrLink: string): Promise<MeetResult> {
    const claimed = await this.#parts.invitations.claim(codeOrLink);
    if (!claimed.ok) return claimed;
    const { content, number } = claimed;
    if (!("phone" in content)) return refused("case" in content ? "case_invite" : "damaged_invite");
    return { ok: true, phone: nameIn(content), number };
  }

  /** After `meet`, brings in what the other phone gives. To be called again while it waits. */
  async bring(codeOrLink: string): Promise<BringResult> {
    const claimed = await this.#parts.invitations.claim(codeOrLink);
    if (!claimed.ok) return claimed;
    const { content, handed, invite } = claimed;
    if (handed === null) return brought("waiting");
    if (handed === "damaged") return refused("damaged_invite");
    if (handed.declined === true) return brought("declined");
    const given = keyringKeysIn(handed.keyring);
    if (!given) return refused("damaged_invite");
    return this.bringIn(given, nameIn(content), invite).catch(notDone);
  }

  /** Unites this phone's own keyring with the second one: the phones there can read everything here from then on. */
  unite(log: string): Promise<PairingResult> {
    return this.#parts.keyringMerge.unite(log).then(() => ({ ok: true }), notDone);
  }

  /** Whether the text is a whole, well-formed code, for feedback while typing. */
  async check(codeOrLink: string): Promise<"empty" | "incomplete" | "wrong" | "complete"> {
    return (await readCode(sha256, codeOrLink)).state;
  }

  /** Reads the keyring `given`, and takes it in unless `problemIn` finds why not. Rejects when it is not stored. */
  async bringIn(given: KeyringKeys, from: string, invite: string, problemIn?: ProblemIn): Promise<BringResult> {
    const { keyring, keyringMerge, ownPhones, exchangeNow } = this.#parts;
    const isHolding = await keyringMerge.isHolding();
    const known = isKnown(keyring.current(), given);
    if (known === "own") {
      if (keyring.isOut()) await ownPhones.comeBack();
      return brought("shared", given.log);
    }
    const read = await readForeignKeyring(
      { ...this.#parts, device: await this.#inspectingDevice(invite) },
      given,
      problemIn,
    );
    if (!read.ok) return read;
    if (isHolding && read.cases.length === 0) return refused("empty_keyring");
    // A case of this phone that claims to be a keyring.
    if (known === null && keyring.keysOf(given.log)) return refused("broken_keyring");
    const state = await keyringMerge.take({ ...given, from });
    void exchangeNow();
    return brought(state, given.log);
  }

  // For inspecting the other keyring once. Kept, so that a phone that dies meanwhile does not leave a new device behind
  // at every try.
  async #inspectingDevice(invite: string): Promise<Device> {
    const { vault } = this.#parts;
    const id = await vault.keptText(`looking/${invite}`, async () => (await vault.makeDevice()).id);
    return (await vault.device(id)) ?? vault.makeDevice();
  }

  async #handOver(offer: Offer, caller: Caller, content: Content): Promise<PairingResult> {
    return this.#parts.invitations.handOver(await this.#bearer(), offer, caller, content);
  }

  async #bearer(): Promise<string> {
    const { keyring, sealer } = this.#parts;
    const { secret } = await keyring.ensure();
    return (await sealer.credentials(secret.log))?.deviceToken ?? "";
  }
}

function brought(state: Extract<BringResult, { ok: true }>["state"], log = ""): BringResult {
  return { ok: true, state, log };
}

function notDone(error: unknown): Refused {
  return refused(isStorageFailure(error) ? "not_stored" : "failed");
}
