// An invitation by code, both sides of it: putting one on the server for whoever gets the code, claiming one, and what
// the two phones send each other after that. Who is invited to what is up to pairing (an own phone, to everything) and
// companions (somebody else, to one case).
import { type InviteKeys, inviteKeys, openInvite, pairingOf, sealInvite } from "../../crypto/invite";
import { newId, randomBytes, sha256 } from "../../crypto/primitives";
import type { Entrant, ErrorCode, InviteApi, NewInvite } from "../../protocol/api";
import { fromHex, toHex } from "../../protocol/bytes";
import { readCode, writeCode } from "../../protocol/pairingCode";
import type { Vault } from "../keys/vault";

/** `expiresAt`: by the server's clock. `endsAt`: by this phone's. */
export type Offer = { code: string; link: string; expiresAt: string; endsAt: string; sealed: Uint8Array<ArrayBuffer> };
export type OfferStatus = "open" | "claimed" | "expired";
/**
 * "bad_code": not a code at all. "case_invite", "phone_invite": a code of the other kind. "own_case": the person's own.
 * "broken_keyring", "empty_keyring": what came from the other phone is of no use. "code_unknown", "code_replaced",
 * "damaged_slot": of a recovery code. "failed": the app failed.
 */
export type PairingProblem =
  | "bad_code"
  | "damaged_invite"
  | "case_invite"
  | "phone_invite"
  | "own_case"
  | "failed"
  | "broken_keyring"
  | "empty_keyring"
  | "code_unknown"
  | "code_replaced"
  | "damaged_slot"
  | ErrorCode;
export type Refused = { ok: false; problem: PairingProblem };
export type Offered = { ok: true; offer: Offer } | Refused;
/** `number`: what both phones show. `handed`: what the inviter has handed over since; null while there is nothing. */
export type Claimed =
  | { ok: true; content: Content; invite: string; number: string; handed: Content | "damaged" | null }
  | Refused;
/** The phone that has claimed an offer: the name that it gave itself, and the number that it shows. */
export type Caller = { phone: string; number: string; reply: Uint8Array<ArrayBuffer> };
export type Content = Record<string, unknown>;

/** How to offer and watch an invitation; what a screen needs to show one. */
export interface Inviting {
  /** `isForADay`: the code is to be sent to somebody. Else it works for a quarter of an hour. */
  offer(isForADay?: boolean): Promise<Offered>;
  status(offer: Offer): Promise<OfferStatus | PairingProblem>;
  /** Cancels the code. Without a signal this is a withdrawal, kept until it is done: see Withdrawals. */
  withdraw(offer: Offer): Promise<void>;
}

export const OFFER_SECONDS = 900;
/** For a code that is sent to somebody: the longest that the server allows. */
export const DAY_SECONDS = 86_400;

const MOST_NAME = 60;

type Wanted = Pick<NewInvite, "log" | "role"> & { seconds?: number };
type InvitationParts = {
  invites: InviteApi;
  vault: Pick<Vault, "keptText">;
  /** Where the app is served, for the link. */
  origin: string;
  now: () => string;
  /** What this phone calls itself to another. */
  phoneName: () => string;
};

export class Invitations {
  readonly #parts: InvitationParts;

  constructor(parts: InvitationParts) {
    this.#parts = parts;
  }

  /**
   * Leaves `content` on the server. `bearer`: the token of a device that owns `what.log`. `path`: where the link leads.
   */
  async put(bearer: string, path: string, content: unknown, what: Wanted): Promise<Offered> {
    const { invites, origin, now } = this.#parts;
    const { seconds: expiresIn = OFFER_SECONDS, ...letIn } = what;
    const secret = randomBytes(16);
    const keys = await inviteKeys(secret);
    const claimHash = toHex(await sha256(keys.claimToken));
    const sealed = await sealInvite(keys, content);
    const endsAt = new Date(Date.parse(now()) + expiresIn * 1000).toISOString();
    const answer = await invites.putInvite(keys.id, bearer, { ...letIn, claimHash, sealed, expiresIn });
    if (!answer.ok) return refused(answer.code);
    const code = await writeCode(sha256, secret);
    const { status, expiresAt } = answer.value;
    // The real server never says that a new code is used or over.
    if (status !== "open") return refused("unreadable_answer");
    return { ok: true, offer: { code, link: `${origin}${path}#${code}`, expiresAt, endsAt, sealed } };
  }

  async status(bearer: string, { code }: Offer): Promise<OfferStatus | PairingProblem> {
    const keys = await keysOf(code);
    const answer = keys && (await this.#parts.invites.inviteStatus(keys.id, bearer));
    if (!answer) return "bad_code";
    return answer.ok ? answer.value.status : answer.code;
  }

  /** The server's id for the offer. */
  async idOf({ code }: Offer): Promise<string | null> {
    return (await keysOf(code))?.id ?? null;
  }

  /** Takes a code, a link or the text of a QR code. May be repeated. `entrant`: the device to be let into a case. */
  async claim(codeOrLink: string, entrant?: Entrant): Promise<Claimed> {
    const keys = await keysOf(codeOrLink);
    if (!keys) return refused("bad_code");
    // A phone without space for it leaves the code unused.
    const mine = await this.#claimantOf(keys).catch(() => null);
    if (mine === null) return refused("not_stored");
    const more = { reply: mine.reply, ...(entrant ? { entrant } : {}) };
    const answer = await this.#parts.invites.claimInvite(keys.id, toHex(keys.claimToken), mine.claimant, more);
    if (!answer.ok) return refused(answer.code);
    const { sealed, handover } = answer.value;
    const content = contentIn(await openInvite(keys, sealed));
    if (!content) return refused("damaged_invite");
    const pairing = await pairingOf(keys, sealed, mine.reply);
    const handed = handover && (contentIn(await openInvite(pairing.handover, handover)) ?? "damaged");
    return { ok: true, content, invite: keys.id, number: pairing.number, handed };
  }

  /** The phone that has claimed the offer; null while none has, or when it did not say who it is. */
  async caller(bearer: string, { code, sealed }: Offer): Promise<Caller | null> {
    const keys = await keysOf(code);
    const answer = keys && (await this.#parts.invites.inviteStatus(keys.id, bearer));
    const reply = answer?.ok ? answer.value.reply : null;
    if (!keys || !reply) return null;
    const content = contentIn(await openInvite(keys.reply, reply));
    return content && { phone: nameIn(content), number: (await pairingOf(keys, sealed, reply)).number, reply };
  }

  /** Seals `content` for that caller only. */
  async handOver(
    bearer: string,
    { code, sealed }: Offer,
    { reply }: Caller,
    content: Content,
  ): Promise<{ ok: true } | Refused> {
    const keys = await keysOf(code);
    if (!keys) return refused("bad_code");
    const { handover } = await pairingOf(keys, sealed, reply);
    const sealedFor = await sealInvite(handover, { v: 1, ...content });
    const answer = await this.#parts.invites.handOver(keys.id, bearer, sealedFor);
    return answer.ok ? { ok: true } : refused(answer.code);
  }

  // One name and one reply for each code, kept: a claim may be repeated when its answer was lost.
  async #claimantOf(keys: InviteKeys): Promise<{ claimant: string; reply: Uint8Array<ArrayBuffer> }> {
    const { vault, phoneName } = this.#parts;
    const claimant = await vault.keptText(`claimant/${keys.id}`, async () => newId());
    const reply = await vault.keptText(`reply/${keys.id}`, async () =>
      toHex(await sealInvite(keys.reply, { v: 1, phone: phoneName() })),
    );
    return { claimant, reply: fromHex(reply) };
  }
}

/** What the other phone calls itself: text from outside, cut to a limit. */
export function nameIn({ phone }: Content): string {
  return typeof phone === "string" ? [...phone].slice(0, MOST_NAME).join("").trim() : "";
}

export function refused(problem: PairingProblem): Refused {
  return { ok: false, problem };
}

async function keysOf(code: string): Promise<InviteKeys | null> {
  const read = await readCode(sha256, code);
  return read.state === "complete" ? inviteKeys(read.secret) : null;
}

function contentIn(content: unknown): Content | null {
  return typeof content === "object" && content !== null && "v" in content && content.v === 1 ? { ...content } : null;
}
