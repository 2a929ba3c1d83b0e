// What every server must do, checked on the simulator's relay and, when SECOND_LOOK_SERVER names one, on a real server:
// the simulator is only useful if both give the same answers.
import { beforeEach, describe, expect, it } from "vitest";
import { newLogOfOwn } from "../../src/crypto/logId";
import { newId, sha256 } from "../../src/crypto/primitives";
import type { InviteApi, LogApi } from "../../src/protocol/api";
import { toHex } from "../../src/protocol/bytes";
import { chainOver } from "../../src/protocol/chain";
import { ZERO_HASH } from "../../src/protocol/envelope";
import { hex, type Writer, writerOn } from "./envelopes";
import { codeOf, granted, grantFor, newLog, relays } from "./relays";

describe.each(relays)("%s", (_name, connect) => {
  let api: LogApi & InviteApi;
  let log: string;
  let owner: string;
  let ana: Writer;
  let incarnation: string;
  let admitted: () => Promise<Writer>;

  beforeEach(async () => {
    api = connect();
    ({ log, owner, incarnation, admitted } = await newLog(api));
    ana = await admitted();
  });

  it("creates a log once and answers a repeat with the same incarnation", async () => {
    const again = granted(await api.createLog(log, owner));
    expect(again).toEqual({ incarnation, created: false, head: { seq: 0, hash: ZERO_HASH } });
  });

  it("makes a log only for the owner token that its id is made of, and says of any other what it says of somebody else's", async () => {
    const unknown = await newLogOfOwn();
    for (const [id, token] of [
      [unknown.log, owner],
      [unknown.log, hex(32)],
      [log, unknown.ownerToken],
    ] as const)
      expect(codeOf(await api.createLog(id, token))).toBe("not_found");
    expect(granted(await api.createLog(unknown.log, unknown.ownerToken)).created).toBe(true);
    // A random id, as older apps made them, does not depend on its owner.
    expect(granted(await api.createLog(newId(), hex(32))).created).toBe(true);
  });

  it("gives gapless seqs and a chain that anyone can compute", async () => {
    const envelopes = [await ana.next(), await ana.next(), await ana.next()];
    const pushed = granted(await api.push(log, ana.token, incarnation, envelopes));
    expect(pushed.seqs).toEqual([1, 2, 3]);
    const hashes = await Promise.all(envelopes.map(async (envelope) => toHex(await sha256(new Uint8Array(envelope)))));
    const chain = await chainOver(sha256, hashes);
    expect(pushed.head).toEqual({ seq: 3, hash: chain[2] });
    const pulled = granted(await api.pull(log, ana.token, 1, 500));
    expect(pulled.afterHash).toBe(chain[0]);
    expect(pulled.entries.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(pulled.entries.map(({ envelope }) => toHex(envelope))).toEqual(envelopes.slice(1).map(toHex));
    expect(granted(await api.hashes(log, ana.token, 1)).hashes).toEqual(hashes.slice(1));
  });

  it("answers a retry with the old seqs and stores nothing twice", async () => {
    const envelopes = [await ana.next(), await ana.next()];
    granted(await api.push(log, ana.token, incarnation, envelopes));
    const again = granted(await api.push(log, ana.token, incarnation, [...envelopes, await ana.next()]));
    expect(again.seqs).toEqual([1, 2, 3]);
    expect(again.head.seq).toBe(3);
  });

  it("takes back, of anybody on the log, the bytes that it has and no others", async () => {
    const tablet = await admitted();
    const envelopes = [await ana.next(), await ana.next()];
    const { head } = granted(await api.push(log, ana.token, incarnation, envelopes));
    const back = granted(await api.putBack(log, tablet.token, incarnation, envelopes.slice(1)));
    expect(back).toEqual({ incarnation, seqs: [2], head });
    const other = new Uint8Array(envelopes[1] ?? []);
    other[other.length - 1] = (other[other.length - 1] ?? 0) ^ 1;
    for (const unknown of [other, await ana.next()]) {
      const refused = await api.putBack(log, tablet.token, incarnation, [...envelopes, unknown]);
      expect(refused).toMatchObject({ ok: false, code: "bad_envelope", details: { index: 2 } });
    }
    const pulled = granted(await api.pull(log, ana.token, 0, 500));
    expect(pulled.entries.map(({ envelope }) => toHex(envelope))).toEqual(envelopes.map(toHex));
    const hashes = granted(await api.hashes(log, ana.token, 0));
    expect(granted(await api.hashes(log, ana.token, 0, "bytes"))).toEqual(hashes);
  });

  it("tells a cloned device apart from a retry", async () => {
    const [first, rival] = [await ana.next(), await (await writerOn(log)).next()];
    granted(await api.push(log, ana.token, incarnation, [first]));
    expect(codeOf(await api.push(log, ana.token, incarnation, [rival]))).toBe("bad_envelope");
    const duplicate = await ana.next();
    granted(await api.push(log, ana.token, incarnation, [duplicate]));
    const other = new Uint8Array(duplicate);
    other[other.length - 1] = (other[other.length - 1] ?? 0) ^ 1;
    expect(codeOf(await api.push(log, ana.token, incarnation, [other]))).toBe("counter_conflict");
  });

  it("refuses a gap in a device's counter, all of the push, and says where it stands", async () => {
    const first = await ana.next();
    await ana.next();
    const third = await ana.next();
    const refused = await api.push(log, ana.token, incarnation, [first, third]);
    expect(refused).toMatchObject({ ok: false, code: "counter_gap", details: { counter: 0 } });
    expect(granted(await api.pull(log, ana.token, 0, 500)).entries).toEqual([]);
  });

  it("gives the same answer for a log that is not there and one that is not yours", async () => {
    const mallory = await writerOn(log);
    for (const [where, token] of [
      [log, mallory.token],
      [hex(16), ana.token],
    ] as const) {
      expect(codeOf(await api.pull(where, token, 0, 500))).toBe("not_found");
      expect(codeOf(await api.hashes(where, token, 0))).toBe("not_found");
      expect(codeOf(await api.push(where, token, incarnation, [await ana.next()]))).toBe("not_found");
      expect(codeOf(await api.putBack(where, token, incarnation, [await ana.next()]))).toBe("not_found");
      expect(codeOf(await api.newIncarnation(where, token, incarnation, 0))).toBe("not_found");
    }
    expect(codeOf(await api.createLog(log, hex(32)))).toBe("not_found");
    expect(codeOf(await api.grant(log, hex(32), grantFor(mallory, "owner")))).toBe("not_found");
  });

  it("refuses a push under another incarnation and names the present one", async () => {
    const refused = await api.push(log, ana.token, hex(16), [await ana.next()]);
    expect(refused).toMatchObject({ ok: false, code: "wrong_incarnation", details: { incarnation } });
  });

  it("begins a new incarnation only for the head the device saw", async () => {
    granted(await api.push(log, ana.token, incarnation, [await ana.next()]));
    expect(codeOf(await api.newIncarnation(log, ana.token, incarnation, 0))).toBe("head_moved");
    const renewed = granted(await api.newIncarnation(log, ana.token, incarnation, 1));
    expect(renewed.incarnation).not.toBe(incarnation);
    expect(renewed.head.seq).toBe(1);
    expect(codeOf(await api.newIncarnation(log, ana.token, incarnation, 1))).toBe("wrong_incarnation");
  });

  it("answers a pull past its head without a hash", async () => {
    const pulled = granted(await api.pull(log, ana.token, 7, 500));
    expect([pulled.afterHash, pulled.entries, pulled.head.seq]).toEqual([null, [], 0]);
  });

  it("pages a long log without losing an entry", { timeout: 30_000 }, async () => {
    for (let batch = 0; batch < 3; batch += 1) {
      const envelopes: Uint8Array[] = [];
      for (let n = 0; n < 400; n += 1) envelopes.push(await ana.next());
      granted(await api.push(log, ana.token, incarnation, envelopes));
    }
    const seqs: number[] = [];
    for (let page = granted(await api.pull(log, ana.token, 0, 500)); page.entries.length > 0; ) {
      seqs.push(...page.entries.map(({ seq }) => seq));
      page = granted(await api.pull(log, ana.token, seqs.at(-1) ?? 0, 500));
    }
    expect(seqs).toEqual(Array.from({ length: 1200 }, (_, at) => at + 1));
  });

  it("refuses a push with too many envelopes or too many bytes, and keeps none of it", async () => {
    const many = Array.from({ length: 501 }, () => new Uint8Array(300));
    expect(codeOf(await api.push(log, ana.token, incarnation, many))).toBe("too_many");
    const large = [await ana.next(new Uint8Array(600_000)), await ana.next(new Uint8Array(600_000))];
    expect(codeOf(await api.push(log, ana.token, incarnation, large))).toBe("too_large");
    expect(granted(await api.pull(log, ana.token, 0, 500)).head.seq).toBe(0);
  });

  it("lets two devices write at once without a gap", async () => {
    const tablet = await admitted();
    const pushes = [];
    for (let n = 0; n < 10; n += 1) {
      const [mine, theirs] = [await ana.next(), await tablet.next()];
      pushes.push(
        await Promise.all([
          api.push(log, ana.token, incarnation, [mine]),
          api.push(log, tablet.token, incarnation, [theirs]),
        ]),
      );
    }
    const seqs = pushes.flat().flatMap((answer) => granted(answer).seqs);
    expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });
});
