// A server that lies: it bends its answers, or rewrites a log so that the chain fits the lie.
import { createHash } from "node:crypto";
import type { Answer, Pulled } from "../../src/protocol/api";
import { ZERO_HASH } from "../../src/protocol/envelope";
import { chained, Relay } from "./relay";

export class Liar extends Relay {
  bend: ((answer: Pulled) => Pulled) | null = null;
  bentLog = "";

  override async pull(log: string, token: string, after: number, limit: number): Promise<Answer<Pulled>> {
    const answer = await super.pull(log, token, after, limit);
    return answer.ok && this.bend && log === this.bentLog ? { ok: true, value: this.bend(answer.value) } : answer;
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
