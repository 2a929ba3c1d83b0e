// An invitation by code, both sides of it: putting one on the server for whoever gets the code, and claiming one. Who is
// invited to what is the business of pairing (an own phone, to everything) and of companions (someone else, to one case).
import { type InviteKeys, inviteKeys, openInvite, sealInvite } from "../crypto/invite";
import { newId, randomBytes, sha256 } from "../crypto/primitives";
import type { Entrant, ErrorCode, InviteApi, NewInvite } from "../protocol/api";
import { toHex } from "../protocol/bytes";
import { readCode, writeCode } from "../protocol/pairingCode";
import type { Vault } from "./vault";

/** `expiresAt`: by the server's clock. `endsAt`: by this phone's. */
export type Offer = { code: string; link: string; expiresAt: string; endsAt: string };
export type OfferStatus = "open" | "claimed" | "expired";
/** "bad_code": not a code at all. "case_invite", "phone_invite": a code of the other kind. "own_case": the person's own. "failed": the app did. */
export type PairingProblem =
  | "bad_code"
  | "damaged_invite"
  | "case_invite"
  | "phone_invite"
  | "own_case"
  | "failed"
  | ErrorCode;
export type Refused = { ok: false; problem: PairingProblem };
export type Offered = { ok: true; offer: Offer } | Refused;
export type Claimed = { ok: true; content: Record<string, unknown>; invite: string } | Refused;

/** How to offer and watch an invitation; what a screen needs to show one. */
export interface Inviting {
  offer(): Promise<Offered>;
  status(offer: Offer): Promise<OfferStatus | PairingProblem>;
  /** Cancels the code. Without a signal it is a wish, kept until it is done: see Withdrawals. */
  withdraw(offer: Offer): Promise<void>;
}

export interface Invitations {
  /** Leaves `content` on the server. `bearer` is the token of a device that owns `what.log`; `path` is where the link leads. */
  put(bearer: string, path: string, content: unknown, what: Pick<NewInvite, "log" | "role">): Promise<Offered>;
  status(bearer: string, offer: Offer): Promise<OfferStatus | PairingProblem>;
  /** The id under which the server knows the offer. */
  idOf(offer: Offer): Promise<string | null>;
  /** Takes a code, a link that holds one, or the text a QR held. May be repeated; `entrant` is let in by an invitation to a case. */
  claim(codeOrLink: string, entrant?: Entrant): Promise<Claimed>;
}

export const OFFER_SECONDS = 900;

type InvitationParts = { invites: InviteApi; vault: Pick<Vault, "keptText">; origin: string; now: () => string };

/** `origin` is where the app is served, for the link. */
export function createInvitations({ invites, vault, origin, now }: InvitationParts): Invitations {
  return {
    async put(bearer, path, content, what) {
      const secret = randomBytes(16);
      const keys = await inviteKeys(secret);
      const claimHash = toHex(await sha256(keys.claimToken));
      const sealed = await sealInvite(keys, content);
      const endsAt = new Date(Date.parse(now()) + OFFER_SECONDS * 1000).toISOString();
      const answer = await invites.putInvite(keys.id, bearer, { ...what, claimHash, sealed, expiresIn: OFFER_SECONDS });
      if (!answer.ok) return { ok: false, problem: answer.code };
      const code = await writeCode(sha256, secret);
      const { status, expiresAt } = answer.value;
      // A new code that is said to be used or over is not what the server answers.
      if (status !== "open") return { ok: false, problem: "unreadable_answer" };
      return { ok: true, offer: { code, link: `${origin}${path}#${code}`, expiresAt, endsAt } };
    },
    async status(bearer, offer) {
      const keys = await keysOf(offer.code);
      const answer = keys && (await invites.inviteStatus(keys.id, bearer));
      if (!answer) return "bad_code";
      return answer.ok ? answer.value.status : answer.code;
    },
    idOf: async (offer) => (await keysOf(offer.code))?.id ?? null,
    async claim(codeOrLink, entrant) {
      const keys = await keysOf(codeOrLink);
      if (!keys) return { ok: false, problem: "bad_code" };
      // One claimant name a code, kept: a claim may be repeated when its answer was lost, or the page was killed after it. A
      // phone that has no room for it leaves the code unused.
      const claimant = await vault.keptText(`claimant/${keys.id}`, async () => newId()).catch(() => null);
      if (claimant === null) return { ok: false, problem: "not_stored" };
      const answer = await invites.claimInvite(keys.id, toHex(keys.claimToken), claimant, entrant);
      if (!answer.ok) return { ok: false, problem: answer.code };
      const content = await openInvite(keys, new Uint8Array(answer.value));
      return isContent(content) ? { ok: true, content, invite: keys.id } : { ok: false, problem: "damaged_invite" };
    },
  };
}

async function keysOf(code: string): Promise<InviteKeys | null> {
  const read = await readCode(sha256, code);
  return read.state === "complete" ? inviteKeys(read.secret) : null;
}

function isContent(content: unknown): content is Record<string, unknown> {
  return typeof content === "object" && content !== null && "v" in content && content.v === 1;
}
