// A server that lies: it alters its answers, or rewrites a log so that the chain fits the lie.
import { createHash } from "node:crypto";
import type { Answer, Failure, Hashes, Pulled, Pushed } from "../../src/protocol/api";
import { ZERO_HASH } from "../../src/protocol/envelope";
import { Relay, type RelayState } from "./relay";
import { chained } from "./relayLog";

export class LyingServer extends Relay {
  bend: ((answer: Pulled) => Pulled) | null = null;
  /** The answer to a push on that log; its entries are discarded. */
  swallow: ((envelopes: Uint8Array[], truth: Pulled) => Pick<Pushed, "seqs" | "head">) | null = null;
  /** The error that every pull of that log fails with. */
  refusal: Failure["code"] | null = null;
  /** What every pull shows instead of what the server holds. */
  shown: RelayState | null = null;
  /** The invented entry at a seq; there is no end of them after what the log holds. */
  flood: ((seq: number) => Uint8Array) | null = null;
  /** How many bytes of such entries it has sent. */
  given = 0;
  /** The seqs that it always reports as rotten on its disk, whatever is done about it. */
  rottenBySay: number[] = [];
  /** Its answer to whoever puts back what rotted. */
  refusesBack: Failure["code"] | null = null;
  /** How often the bytes on its disk were requested, and entries were put back. */
  lookedAt = 0;
  putBacks = 0;
  private readonly chains = new Map<string, string>();
  bentLog = "";
  /** Other logs about which it lies as well. */
  bentToo = new Set<string>();
  /** Envelopes that were sent to it, however often. */
  sent = 0;

  override async pull(log: string, token: string, after: number, limit: number): Promise<Answer<Pulled>> {
    if (!this.isBent(log)) return super.pull(log, token, after, limit);
    if (this.refusal) return { ok: false, code: this.refusal, retryAfter: null, details: {} };
    const held = this.state;
    this.state = this.shown ?? held;
    const answer = await super.pull(log, token, after, limit);
    this.state = held;
    if (answer.ok && this.flood) return { ok: true, value: this.flooded(log, answer.value, after, limit, this.flood) };
    return answer.ok && this.bend ? { ok: true, value: this.bend(answer.value) } : answer;
  }

  override async push(
    log: string,
    token: string,
    incarnation: string,
    envelopes: Uint8Array[],
  ): Promise<Answer<Pushed>> {
    if (!this.isBent(log)) return super.push(log, token, incarnation, envelopes);
    this.sent += envelopes.length;
    const truth = this.swallow && (await super.pull(log, token, 0, 1));
    if (!this.swallow || !truth?.ok) return super.push(log, token, incarnation, envelopes);
    return { ok: true, value: { incarnation, ...this.swallow(envelopes, truth.value) } };
  }

  override async hashes(log: string, token: string, after: number, of?: "bytes"): Promise<Answer<Hashes>> {
    const answer = await super.hashes(log, token, after, of);
    if (of !== "bytes" || log !== this.bentLog) return answer;
    this.lookedAt += 1;
    const isSaid = (at: number) => this.rottenBySay.includes(after + at + 1);
    if (answer.ok) answer.value.hashes = answer.value.hashes.map((hash, at) => (isSaid(at) ? "ab".repeat(32) : hash));
    return answer;
  }

  override async putBack(...what: Parameters<Relay["putBack"]>): Promise<Answer<Pushed>> {
    if (what[0] === this.bentLog) this.putBacks += 1;
    return this.refusesBack
      ? { ok: false, code: this.refusesBack, retryAfter: null, details: {} }
      : super.putBack(...what);
  }

  private isBent(log: string): boolean {
    return log === this.bentLog || this.bentToo.has(log);
  }

  private flooded(log: string, truth: Pulled, after: number, limit: number, make: (seq: number) => Uint8Array): Pulled {
    const head = { seq: truth.head.seq + after + 1_000_000, hash: "ab".repeat(32) };
    if (after < truth.head.seq) return { ...truth, head };
    const afterHash = this.chains.get(`${log} ${after}`) ?? truth.head.hash;
    const entries: Pulled["entries"] = [];
    let chain = afterHash;
    let bytes = 0;
    while (entries.length < limit && (entries.length === 0 || bytes < 1_000_000)) {
      const seq = after + entries.length + 1;
      const envelope = make(seq);
      bytes += envelope.length;
      chain = chained(chain, hashOf(envelope));
      this.chains.set(`${log} ${seq}`, chain);
      entries.push({ seq, envelope });
    }
    this.given += bytes;
    return { incarnation: truth.incarnation, afterHash, entries, head };
  }

  /** Rewrites the log itself, so that the chain fits the lie. */
  rewrite(log: string, change: (envelopes: Uint8Array[]) => Uint8Array[]): void {
    const known = this.state.logs.get(log);
    if (!known) throw new Error("no such log");
    let chain = ZERO_HASH;
    const before = known.entries;
    known.entries = change(before.map((entry) => entry.envelope)).map((envelope) => {
      const same = before.find((entry) => entry.envelope === envelope);
      const hash = same?.hash ?? hashOf(envelope);
      chain = chained(chain, hash);
      return { device: same?.device ?? "", counter: same?.counter ?? 0, envelope, hash, chain };
    });
  }
}

/** The envelope with one bit of its sealed part changed: everything in the header still reads as before. */
export function flipped(envelope: Uint8Array): Uint8Array {
  const copy = new Uint8Array(envelope);
  const at = copy.length - 100;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
