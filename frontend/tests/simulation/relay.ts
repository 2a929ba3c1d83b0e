// The server as docs/protocol.md section 5 describes it, in memory: what the simulator's phones talk to. The
// conformance suite runs the same tests on it as on the real server, so that what is simulated is what runs.
import type {
  Answer,
  ClaimedInvite,
  Entrant,
  ErrorCode,
  Grant,
  Hashes,
  InviteStatus,
  NewInvite,
  NewSlot,
  Pushed,
  ServerApi,
  Slot,
} from "../../src/protocol/api";
import { ZERO_HASH } from "../../src/protocol/envelope";
import { accept, refuse } from "./relayAnswers";
import { given } from "./relayGrants";
import { appended, type Entry, hashOf, headOf, isMadeOfAnother, lastCounter, mended, sha256 } from "./relayLog";
import { deleteSlot, getSlot, type KeptSlots, putSlot } from "./relaySlots";

type Log = { owner: string; incarnation: string; entries: Entry[]; grants: Map<string, Grant> };
type Invite = NewInvite & {
  by: string;
  expiresAt: number;
  claimant: string | null;
  device: string | null;
  reply: Uint8Array<ArrayBuffer> | null;
  handover: Uint8Array<ArrayBuffer> | null;
};
export type RelayState = { logs: Map<string, Log>; invites: Map<string, Invite>; slots: KeptSlots };

const MAX_PUSH_ENTRIES = 500;
const MAX_PUSH_BYTES = 1_048_576;
const PAGE_ENTRIES = 500;
const PAGE_BYTES = 1_048_576;
const INVITE_MS = 900_000;
const COMPANION_INVITE_MS = 86_400_000;

export class Relay implements ServerApi {
  state: RelayState = { logs: new Map(), invites: new Map(), slots: new Map() };
  /** How many entries a log may hold. */
  quota = Number.POSITIVE_INFINITY;

  constructor(
    private readonly newId: () => string,
    private readonly now: () => number,
  ) {}

  copy(): RelayState {
    return structuredClone(this.state);
  }

  async createLog(log: string, ownerToken: string) {
    const known = this.state.logs.get(log);
    if (known ? known.owner !== hashOf(ownerToken) : isMadeOfAnother(log, ownerToken)) return refuse("not_found");
    const made = known ?? { owner: hashOf(ownerToken), incarnation: this.newId(), entries: [], grants: new Map() };
    this.state.logs.set(log, made);
    return accept({ incarnation: made.incarnation, head: headOf(made), created: !known });
  }

  async grant(log: string, ownerToken: string, grant: Grant): Promise<Answer<null>> {
    const known = this.owned(log, ownerToken);
    const refusal = known ? given(known.grants, grant) : "not_found";
    return refusal ? refuse(refusal) : accept(null);
  }

  async grants(log: string, ownerToken: string): Promise<Answer<Grant[]>> {
    const known = this.owned(log, ownerToken);
    return known ? accept([...known.grants.values()]) : refuse("not_found");
  }

  async revoke(log: string, ownerToken: string, device: string): Promise<Answer<null>> {
    const known = this.owned(log, ownerToken);
    if (!known) return refuse("not_found");
    known.grants.delete(device);
    return accept(null);
  }

  async push(log: string, token: string, incarnation: string, envelopes: Uint8Array[]) {
    return this.taken(log, token, incarnation, envelopes, (entries, envelope, device) =>
      appended(entries, log, device, envelope),
    );
  }

  async putBack(log: string, token: string, incarnation: string, envelopes: Uint8Array[]) {
    return this.taken(log, token, incarnation, envelopes, mended);
  }

  async pull(log: string, token: string, after: number, limit: number = PAGE_ENTRIES) {
    const known = this.granted(log, token);
    if (!known) return refuse("not_found");
    const entries: { seq: number; envelope: Uint8Array }[] = [];
    let bytes = 0;
    for (const [at, entry] of known.log.entries.entries()) {
      if (at < after) continue;
      bytes += entry.envelope.length;
      if (entries.length === Math.min(limit, PAGE_ENTRIES) || (entries.length > 0 && bytes > PAGE_BYTES)) break;
      entries.push({ seq: at + 1, envelope: new Uint8Array(entry.envelope) });
    }
    const head = headOf(known.log);
    const afterHash = after > head.seq ? null : (known.log.entries[after - 1]?.chain ?? ZERO_HASH);
    return accept({ incarnation: known.log.incarnation, afterHash, entries, head });
  }

  async hashes(log: string, token: string, after: number, of?: "bytes"): Promise<Answer<Hashes>> {
    const known = this.granted(log, token);
    if (!known) return refuse("not_found");
    const entries = known.log.entries.slice(after, after + 5000);
    const hashes = entries.map(({ hash, envelope }) => (of === "bytes" ? sha256(envelope) : hash));
    return accept({ incarnation: known.log.incarnation, hashes, head: headOf(known.log) });
  }

  async newIncarnation(log: string, token: string, incarnation: string, headSeq: number) {
    const known = this.granted(log, token);
    if (!known) return refuse("not_found");
    if (known.role === "reader") return refuse("read_only");
    if (known.log.incarnation !== incarnation)
      return refuse("wrong_incarnation", { incarnation: known.log.incarnation });
    if (known.log.entries.length !== headSeq) return refuse("head_moved");
    known.log.incarnation = this.newId();
    return accept({ incarnation: known.log.incarnation, head: headOf(known.log) });
  }

  async putInvite(invite: string, token: string, body: NewInvite) {
    const inviter = this.granted(body.log, token);
    if (inviter?.role !== "owner") return refuse("not_found");
    const longest = body.role === undefined ? INVITE_MS : COMPANION_INVITE_MS;
    const expiresAt = this.now() + Math.min(body.expiresIn * 1000, longest);
    const unused = { claimant: null, device: null, reply: null, handover: null };
    this.state.invites.set(invite, { ...body, by: inviter.device, expiresAt, ...unused });
    return this.inviteStatus(invite, token);
  }

  async inviteStatus(invite: string, token: string): Promise<Answer<InviteStatus>> {
    const known = this.ownInvite(invite, token);
    if (!known) return refuse("not_found");
    const status = known.claimant !== null ? "claimed" : known.expiresAt <= this.now() ? "expired" : "open";
    const { device, reply } = known;
    return accept({ status, expiresAt: new Date(known.expiresAt).toISOString(), device, reply });
  }

  async deleteInvite(invite: string, token: string): Promise<Answer<null>> {
    const known = this.ownInvite(invite, token);
    if (!known) return refuse("not_found");
    if (known.claimant !== null) return refuse("invite_used");
    this.state.invites.delete(invite);
    return accept(null);
  }

  async claimInvite(
    invite: string,
    claimToken: string,
    claimant: string,
    { reply, entrant }: { reply?: Uint8Array; entrant?: Entrant } = {},
  ): Promise<Answer<ClaimedInvite>> {
    const known = this.state.invites.get(invite);
    if (!known || known.claimHash !== hashOf(claimToken)) return refuse("not_found");
    if (known.expiresAt <= this.now()) return refuse("invite_expired");
    if (known.claimant !== null && known.claimant !== claimant) return refuse("invite_used");
    const refusal = entrant ? this.letIn(known, entrant) : null;
    if (refusal) return refuse(refusal);
    if (known.claimant === null && reply) known.reply = new Uint8Array(reply);
    known.claimant = claimant;
    return accept({ sealed: new Uint8Array(known.sealed), handover: known.handover });
  }

  async handOver(invite: string, token: string, sealed: Uint8Array): Promise<Answer<InviteStatus>> {
    const known = this.ownInvite(invite, token);
    if (!known || known.claimant === null) return refuse("not_found");
    if (known.expiresAt <= this.now()) return refuse("invite_expired");
    known.handover = new Uint8Array(sealed);
    known.expiresAt = this.now() + INVITE_MS;
    return this.inviteStatus(invite, token);
  }

  async putSlot(slot: string, token: string, wanted: NewSlot): Promise<Answer<{ version: number }>> {
    if (this.granted(wanted.log, token)?.role !== "owner") return refuse("not_found");
    return putSlot(this.state.slots, slot, wanted);
  }

  async getSlot(slot: string, bearer: string): Promise<Answer<Slot>> {
    return getSlot(this.state.slots, slot, bearer);
  }

  async deleteSlot(slot: string, bearer: string): Promise<Answer<null>> {
    return deleteSlot(this.state.slots, slot, bearer);
  }

  private taken(
    log: string,
    token: string,
    incarnation: string,
    envelopes: Uint8Array[],
    take: (entries: Entry[], envelope: Uint8Array, device: string) => number | ErrorCode,
  ): Answer<Pushed> {
    const known = this.granted(log, token);
    if (!known) return refuse("not_found");
    if (known.role === "reader") return refuse("read_only");
    const bytes = envelopes.reduce((sum, envelope) => sum + envelope.length, 0);
    if (envelopes.length > MAX_PUSH_ENTRIES) return refuse("too_many");
    if (bytes > MAX_PUSH_BYTES) return refuse("too_large");
    if (incarnation !== known.log.incarnation)
      return refuse("wrong_incarnation", { incarnation: known.log.incarnation });
    const entries = [...known.log.entries];
    const seqs: number[] = [];
    for (const [index, envelope] of envelopes.entries()) {
      const seq = take(entries, envelope, known.device);
      if (typeof seq !== "number") return refuse(seq, { counter: lastCounter(known.log.entries, known.device), index });
      seqs.push(seq);
    }
    // The last fifth is reserved for the owner.
    const most = known.role === "owner" ? this.quota : Math.floor(this.quota * 0.8);
    if (entries.length > known.log.entries.length && entries.length > most) return refuse("log_full", {}, 60);
    known.log.entries = entries;
    return accept({ incarnation, seqs, head: headOf(known.log) });
  }

  private letIn(invite: Invite, { device, tokenHash }: Entrant): ErrorCode | null {
    if (!invite.role) return "invalid_request";
    if (invite.device !== null) return invite.device === device ? null : "invite_used";
    const log = this.state.logs.get(invite.log);
    if (log?.grants.get(invite.by)?.role !== "owner") return "not_found";
    if (log.grants.has(device)) return "invalid_request";
    const refusal = given(log.grants, { device, role: invite.role, tokenHash });
    if (!refusal) invite.device = device;
    return refusal;
  }

  private ownInvite(invite: string, token: string): Invite | null {
    const known = this.state.invites.get(invite);
    return known && this.granted(known.log, token)?.device === known.by ? known : null;
  }

  private owned(log: string, ownerToken: string): Log | null {
    const known = this.state.logs.get(log);
    return known?.owner === hashOf(ownerToken) ? known : null;
  }

  private granted(log: string, token: string): { log: Log; device: string; role: Grant["role"] } | null {
    const known = this.state.logs.get(log);
    const grant = [...(known?.grants.values() ?? [])].find(({ tokenHash }) => tokenHash === hashOf(token));
    return known && grant ? { log: known, device: grant.device, role: grant.role } : null;
  }
}
