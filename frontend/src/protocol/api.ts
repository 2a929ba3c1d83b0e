// What travels between phone and server, and every error code with its meaning here (docs/protocol.md section 5).

/** Stable error codes of the server, and four of the phone: no answer, none in time, unreadable, no space here. */
export const errorCodes = [
  "malformed_json",
  "bad_request",
  "token_required",
  "read_only",
  "not_found",
  "method_not_allowed",
  "wrong_incarnation",
  "counter_conflict",
  "counter_gap",
  "head_moved",
  "invite_used",
  "invite_expired",
  "slot_changed",
  "too_large",
  "too_many",
  "unsupported_media_type",
  "invalid_request",
  "bad_envelope",
  "rate_limited",
  "server_error",
  "busy",
  "log_full",
  "no_network",
  "timed_out",
  "unreadable_answer",
  "not_stored",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An expected failure: `retryAfter` in seconds. */
export type Failure = { ok: false; code: ErrorCode; retryAfter: number | null; details: Record<string, unknown> };
export type Answer<T> = { ok: true; value: T } | Failure;

/**
 * What the phone may show the server for one log, in hex: the keyring's owner token (null for somebody else's log) and
 * this device's own token. `isSecond`: only a second keyring says that there is such a log.
 */
export type Credentials = { ownerToken: string | null; device: string; deviceToken: string; isSecond: boolean };
export type Head = { seq: number; hash: string };
export type LogState = { incarnation: string; head: Head };
export type Pushed = { incarnation: string; seqs: number[]; head: Head };
export type Pulled = {
  incarnation: string;
  afterHash: string | null;
  entries: { seq: number; envelope: Uint8Array }[];
  head: Head;
};
export type Hashes = { incarnation: string; hashes: string[]; head: Head };
/** `device`: the one let in by an invite with a role. `reply`: what the claimant sealed for the inviter. */
export type InviteStatus = {
  status: "open" | "claimed" | "expired";
  expiresAt: string;
  device: string | null;
  reply: Uint8Array<ArrayBuffer> | null;
};
/** What the inviter sealed, and what was handed over to the claimant since. */
export type ClaimedInvite = { sealed: Uint8Array<ArrayBuffer>; handover: Uint8Array<ArrayBuffer> | null };
export const roles = ["owner", "editor", "reader"] as const;
export type Grant = { device: string; role: (typeof roles)[number]; tokenHash: string };
/** `role`: what the claiming device may do on the log; an invite without one lets no device in. */
export type NewInvite = {
  log: string;
  claimHash: string;
  sealed: Uint8Array;
  expiresIn: number;
  role?: "editor" | "reader";
};

/** The device that comes in by an invite. */
export type Entrant = { device: string; tokenHash: string };

/** The log half of the server. Ids, hashes and tokens are lower-case hex. */
export interface LogApi {
  createLog(log: string, ownerToken: string): Promise<Answer<LogState & { created: boolean }>>;
  grant(log: string, ownerToken: string, grant: Grant): Promise<Answer<null>>;
  grants(log: string, ownerToken: string): Promise<Answer<Grant[]>>;
  revoke(log: string, ownerToken: string, device: string): Promise<Answer<null>>;
  push(log: string, token: string, incarnation: string, envelopes: Uint8Array[]): Promise<Answer<Pushed>>;
  pull(log: string, token: string, after: number, limit: number): Promise<Answer<Pulled>>;
  /** Entry hashes as in the log's chain; or, with `of`, of the bytes now on the server's disk, fewer at once. */
  hashes(log: string, token: string, after: number, of?: "bytes"): Promise<Answer<Hashes>>;
  /** Puts back entries of any device that rotted on the server. It takes only the exact bytes that its chain names. */
  putBack(log: string, token: string, incarnation: string, envelopes: Uint8Array[]): Promise<Answer<Pushed>>;
  newIncarnation(log: string, token: string, incarnation: string, headSeq: number): Promise<Answer<LogState>>;
}

/** The invite half, for pairing. `sealed` is opaque to the server. */
export interface InviteApi {
  putInvite(invite: string, token: string, body: NewInvite): Promise<Answer<InviteStatus>>;
  inviteStatus(invite: string, token: string): Promise<Answer<InviteStatus>>;
  deleteInvite(invite: string, token: string): Promise<Answer<null>>;
  claimInvite(
    invite: string,
    claimToken: string,
    claimant: string,
    more?: { reply?: Uint8Array; entrant?: Entrant },
  ): Promise<Answer<ClaimedInvite>>;
  handOver(invite: string, token: string, sealed: Uint8Array): Promise<Answer<InviteStatus>>;
}

/** What a recovery code opens, as the server holds it. */
export type Slot = { version: number; sealed: Uint8Array<ArrayBuffer> };
/** `bearer`: the slot's own. `replaces`: the version that the phone saw, 0 when it saw none. */
export type NewSlot = { log: string; bearer: string; sealed: Uint8Array; version: number; replaces: number };

/** The slot half, for recovery codes. `token`: of a device that owns `body.log`. */
export interface SlotApi {
  putSlot(slot: string, token: string, body: NewSlot): Promise<Answer<{ version: number }>>;
  getSlot(slot: string, bearer: string): Promise<Answer<Slot>>;
  deleteSlot(slot: string, bearer: string): Promise<Answer<null>>;
}

/** The whole server. */
export type ServerApi = LogApi & InviteApi & SlotApi;

/** Why a row may not be merged; the person reads a sentence for it. See the findings in docs/protocol.md section 3. */
export type Finding =
  | "malformed"
  | "unknown_key"
  | "bad_signature"
  | "bad_seal"
  | "bad_padding"
  | "rotten"
  | "replay"
  | "counter_gap"
  | "fork"
  | "unsound"
  | "too_much"
  | "set_aside"
  | "broken_chain";
