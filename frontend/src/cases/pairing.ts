// Pairing an own device: one 128-bit code, shown as QR, link and text, that works once and for 15 minutes.
import { sha256 } from "../crypto/primitives";
import { readCode } from "../protocol/pairingCode";
import type { Invitations, Inviting, PairingProblem, Refused } from "./invitations";
import type { KeyringHolder } from "./keyring";
import { isStorageFailure } from "./saving";
import type { Sealer } from "./sealer";
import { keyringAccessIn } from "./vault";
import type { Withdrawals } from "./withdrawals";

export type { Offer, OfferStatus, PairingProblem } from "./invitations";
export type Joined = { ok: true } | Refused;

/** Making an offer needs a network and, so that there is something to share, at least the keyring. */
export interface Pairing extends Inviting {
  /** Takes a code, a link that holds one, or the text a QR held. Resolves when the keyring is joined; cases then arrive with progress. */
  join(codeOrLink: string): Promise<Joined>;
  /** Whether the text is a whole, well-formed code, for feedback while typing. */
  check(codeOrLink: string): Promise<"empty" | "incomplete" | "wrong" | "complete">;
}

export type PairingParts = {
  keyring: KeyringHolder;
  sealer: Sealer;
  invitations: Invitations;
  withdrawals: Withdrawals;
  /** Exchanges with the server now, so that it knows this phone's grant before an invite is made with it. */
  exchangeNow: () => Promise<void>;
};

export function createPairing({ keyring, sealer, invitations, withdrawals, exchangeNow }: PairingParts): Pairing {
  async function bearer(): Promise<string> {
    const { secret } = await keyring.ensure();
    return (await sealer.credentials(secret.log))?.deviceToken ?? "";
  }

  return {
    async offer() {
      const { secret } = await keyring.ensure();
      await exchangeNow();
      const content = { v: 1, keyring: { log: secret.log, key: secret.key, ownerToken: secret.ownerToken } };
      return invitations.put(await bearer(), "/pair", content, { log: secret.log });
    },
    status: async (offer) => invitations.status(await bearer(), offer),
    async withdraw(offer) {
      const { log } = (await keyring.ensure()).secret;
      const device = (await sealer.credentials(log))?.device;
      const invite = await invitations.idOf(offer);
      if (device && invite) await withdrawals.wish({ invite, log, device, endsAt: offer.endsAt });
    },
    async join(codeOrLink) {
      const claimed = await invitations.claim(codeOrLink);
      if (!claimed.ok) return claimed;
      const shared = keyringAccessIn(claimed.content.keyring);
      if (!shared) return refused("case" in claimed.content ? "case_invite" : "damaged_invite");
      return keyring.join(shared).then(joined, notJoined);
    },
    check: async (codeOrLink) => (await readCode(sha256, codeOrLink)).state,
  };
}

function joined(): Joined {
  return { ok: true };
}

function notJoined(error: unknown): Refused {
  return refused(isStorageFailure(error) ? "not_stored" : "failed");
}

function refused(problem: PairingProblem): Refused {
  return { ok: false, problem };
}
