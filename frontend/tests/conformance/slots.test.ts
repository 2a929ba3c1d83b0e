// What every server must do with the slots of recovery codes, checked on the simulator's relay and, when
// SECOND_LOOK_SERVER names one, on a real server: the simulator is only useful if both give the same answers.
import { beforeEach, describe, expect, it } from "vitest";
import { randomBytes } from "../../src/crypto/primitives";
import type { ServerApi } from "../../src/protocol/api";
import { hex, type Writer, writerOn } from "./envelopes";
import { codeOf, granted, grantFor, newLog, relays } from "./relays";

describe.each(relays)("%s", (_name, connect) => {
  let api: ServerApi;
  let ana: Writer & { log: string; owner: string };
  let slot: string;
  let bearer: string;

  async function ownerOfALog() {
    const { log, owner, admitted } = await newLog(api);
    return { ...(await admitted()), log, owner };
  }

  beforeEach(async () => {
    api = connect();
    ana = await ownerOfALog();
    [slot, bearer] = [hex(16), hex(32)];
  });

  const first = randomBytes(300);
  const put = (version: number, sealed = first, replaces = version - 1) =>
    api.putSlot(slot, ana.token, { log: ana.log, bearer, sealed, version, replaces });
  const held = async () => granted(await api.getSlot(slot, bearer));

  it("gives a slot to whoever has its bearer, and to nobody else", async () => {
    expect(granted(await put(1))).toEqual({ version: 1 });
    expect([(await held()).version, ...(await held()).sealed]).toEqual([1, ...first]);
    for (const other of [hex(32), ana.token, ana.owner]) {
      expect(codeOf(await api.getSlot(slot, other))).toBe("not_found");
      expect(codeOf(await api.deleteSlot(slot, other))).toBe("not_found");
    }
    expect(codeOf(await api.getSlot(hex(16), bearer))).toBe("not_found");
  });

  it("replaces only the version that the phone saw, and answers a retry again", async () => {
    granted(await put(1));
    const next = randomBytes(300);
    for (let n = 0; n < 2; n += 1) expect(granted(await put(2, next))).toEqual({ version: 2 });
    const late = await put(2, randomBytes(300));
    expect(!late.ok && [late.code, late.details]).toEqual(["slot_changed", { version: 2 }]);
    expect([...(await held()).sealed]).toEqual([...next]);
  });

  it("takes a slot that it has lost under the next version", async () => {
    granted(await put(7, first, 6));
    expect((await held()).version).toBe(7);
  });

  it("forgets a slot that is deleted", async () => {
    granted(await put(1));
    granted(await api.deleteSlot(slot, bearer));
    expect(codeOf(await api.getSlot(slot, bearer))).toBe("not_found");
    expect(codeOf(await api.deleteSlot(slot, bearer))).toBe("not_found");
  });

  it("takes none from a companion, a stranger, or somebody without the bearer", async () => {
    granted(await put(1));
    const [ben, mallory] = [await writerOn(ana.log), await ownerOfALog()];
    granted(await api.grant(ana.log, ana.owner, grantFor(ben, "editor")));
    const body = { log: ana.log, bearer: hex(32), sealed: first, version: 2, replaces: 1 };
    expect(codeOf(await api.putSlot(hex(16), ben.token, body))).toBe("not_found");
    expect(codeOf(await api.putSlot(hex(16), mallory.token, body))).toBe("not_found");
    expect(codeOf(await api.putSlot(slot, mallory.token, { ...body, log: mallory.log }))).toBe("not_found");
    expect([...(await held()).sealed]).toEqual([...first]);
  });

  it("lets a slot go on with another log of whoever has its bearer, and holds eight of a log", async () => {
    granted(await put(1));
    const other = await ownerOfALog();
    const body = { log: other.log, bearer, sealed: first, version: 2, replaces: 1 };
    granted(await api.putSlot(slot, other.token, body));
    const fresh = { ...body, version: 1, replaces: 0 };
    for (let n = 0; n < 7; n += 1) granted(await api.putSlot(hex(16), other.token, fresh));
    expect(codeOf(await api.putSlot(hex(16), other.token, fresh))).toBe("too_many");
    granted(await api.putSlot(hex(16), ana.token, { ...fresh, log: ana.log }));
  });
});
