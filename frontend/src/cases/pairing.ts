// Pairing an own device: one 128-bit code, shown as QR, link and text, that works once and for 15 minutes.
import type { ErrorCode } from "../protocol/api";

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
