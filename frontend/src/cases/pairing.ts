// Pairing an own device: one 128-bit code, shown as QR, link and text, that works once and for 15 minutes.
import { type InviteKeys, inviteKeys, openInvite, sealInvite } from "../crypto/invite";
import { newId, randomBytes, sha256 } from "../crypto/primitives";
import type { Answer, ErrorCode, InviteApi, InviteStatus } from "../protocol/api";
import { toHex } from "../protocol/bytes";
import { readCode, writeCode } from "../protocol/pairingCode";
import type { KeyringHolder } from "./keyring";
import type { Sealer } from "./sealer";
import { type KeyringAccess, keyringAccessIn } from "./vault";

export type Offer = { code: string; link: string; expiresAt: string };
export type OfferStatus = "open" | "claimed" | "expired";
export type PairingProblem = "bad_code" | "damaged_invite" | ErrorCode;
export type Joined = { ok: true } | { ok: false; problem: PairingProblem };

export interface Pairing {
  /** Makes an offer on the server. Needs a network and, so that there is something to share, at least the keyring. */
  offer(): Promise<{ ok: true; offer: Offer } | { ok: false; problem: PairingProblem }>;
  status(offer: Offer): Promise<OfferStatus | PairingProblem>;
  withdraw(offer: Offer): Promise<void>;
  /** Takes a code, a link that holds one, or the text a QR held. Resolves when the keyring is joined; cases then arrive with progress. */
  join(codeOrLink: string): Promise<Joined>;
  /** Whether the text is a whole, well-formed code, for feedback while typing. */
  check(codeOrLink: string): Promise<"empty" | "incomplete" | "wrong" | "complete">;
}

export type PairingParts = {
  keyring: KeyringHolder;
  sealer: Sealer;
  invites: InviteApi;
  /** Exchanges with the server now, so that it knows this phone's grant before an invite is made with it. */
  exchangeNow: () => Promise<void>;
  /** Where the app is served, for the link. */
  origin: string;
};

const OFFER_SECONDS = 900;

export function createPairing({ keyring, sealer, invites, exchangeNow, origin }: PairingParts): Pairing {
  // One claimant name a code: a claim whose answer was lost may be repeated.
  const claimants = new Map<string, string>();

  async function bearer(): Promise<string> {
    const { secret } = await keyring.ensure();
    return (await sealer.credentials(secret.log))?.deviceToken ?? "";
  }

  async function put(keys: InviteKeys): Promise<Answer<InviteStatus>> {
    const { secret } = await keyring.ensure();
    const content = { v: 1, keyring: { log: secret.log, key: secret.key, ownerToken: secret.ownerToken } };
    const claimHash = toHex(await sha256(keys.claimToken));
    const sealed = await sealInvite(keys, content);
    return invites.putInvite(keys.id, await bearer(), { log: secret.log, claimHash, sealed, expiresIn: OFFER_SECONDS });
  }

  return {
    async offer() {
      await keyring.ensure();
      await exchangeNow();
      const secret = randomBytes(16);
      const answer = await put(await inviteKeys(secret));
      if (!answer.ok) return { ok: false, problem: answer.code };
      const code = await writeCode(sha256, secret);
      return { ok: true, offer: { code, link: `${origin}/pair#${code}`, expiresAt: answer.value.expiresAt } };
    },
    async status(offer) {
      const keys = await keysOf(offer.code);
      const answer = keys && (await invites.inviteStatus(keys.id, await bearer()));
      if (!answer) return "bad_code";
      return answer.ok ? answer.value.status : answer.code;
    },
    async withdraw(offer) {
      const keys = await keysOf(offer.code);
      if (keys) await invites.deleteInvite(keys.id, await bearer());
    },
    async join(codeOrLink) {
      const keys = await keysOf(codeOrLink);
      if (!keys) return { ok: false, problem: "bad_code" };
      const claimant = claimants.get(keys.id) ?? newId();
      claimants.set(keys.id, claimant);
      const answer = await invites.claimInvite(keys.id, toHex(keys.claimToken), claimant);
      if (!answer.ok) return { ok: false, problem: answer.code };
      const shared = sharedIn(await openInvite(keys, new Uint8Array(answer.value)));
      if (!shared) return { ok: false, problem: "damaged_invite" };
      return keyring.join(shared).then(joined, notStored);
    },
    check: async (codeOrLink) => (await readCode(sha256, codeOrLink)).state,
  };
}

function joined(): Joined {
  return { ok: true };
}

function notStored(): Joined {
  return { ok: false, problem: "not_stored" };
}

async function keysOf(code: string): Promise<InviteKeys | null> {
  const read = await readCode(sha256, code);
  return read.state === "complete" ? inviteKeys(read.secret) : null;
}

function sharedIn(content: unknown): KeyringAccess | null {
  if (typeof content !== "object" || content === null || !("v" in content) || content.v !== 1) return null;
  return "keyring" in content ? keyringAccessIn(content.keyring) : null;
}
