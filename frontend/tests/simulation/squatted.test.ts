// A server that was wiped, and an attacker who knows a case's id and creates its log before the owner does.
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { newLogOfOwn } from "../../src/crypto/logId";
import { newId } from "../../src/crypto/primitives";
import { HostileDevice } from "../hostile/device";
import { anaAndBen } from "./companionStage";
import { converge, type SimulatedPhone as Phone, type SimulatedDevice, settle } from "./devices";
import { giveTo, offerFrom, startJoined, texts, write } from "./stage";

const MALLORYS = "bd".repeat(32);

async function exchange(device: SimulatedDevice, phone: Phone): Promise<void> {
  phone.engine.wake();
  await settle([device]);
}

describe("a server that was wiped", () => {
  it("gives a case to nobody but its owner, whose phones and companion go on", async () => {
    const { clock, relay, device, ana, ben, a, b, id } = await anaAndBen();
    const tablet = device("tablet");
    const t = await startJoined(a, tablet);
    await converge([ana, ben, tablet], clock);
    relay.state = { logs: new Map(), invites: new Map(), slots: new Map() };
    expect(await relay.createLog(id, MALLORYS)).toMatchObject({ ok: false, code: "not_found" });
    await write(t, id, "from the tablet");
    await write(b, id, "from Ben");
    await converge([ana, ben, tablet], clock);
    for (const phone of [a, b, t])
      expect(await texts(phone, id)).toEqual(["before Ben", "from Ben", "from the tablet"]);
    expect(a.engine.status.current()).toMatchObject({ problem: null, waiting: 0 });
  });
});

describe("a log that somebody else owns", () => {
  it("is said to be so by its owner's phone, which keeps every word and sends the other cases", async () => {
    const { relay, ana, ben, a, b, id } = await anaAndBen();
    const squatted = relay.state.logs.get(id);
    if (!squatted) throw new Error("the server has no such log");
    // As an older server did, which accepted any id from anyone.
    relay.state.logs.set(id, { owner: newId(), incarnation: newId(), entries: [], grants: new Map() });
    const teeth = a.book.cases().find((entry) => entry.title.value === "Teeth")?.id ?? "";
    await write(a, id, "while it is not ours");
    await write(a, teeth, "in another case");
    await exchange(ana, a);
    expect(a.engine.status.current()).toMatchObject({ problem: "not_ours", phase: "backing-off" });
    expect((await a.log.unsent(teeth)) + (await a.log.unsent(a.book.thisPhone() ?? ""))).toBe(0);
    await exchange(ben, b);
    expect(b.engine.status.current()).toMatchObject({ problem: null, shutOut: [{ log: id, wasIn: true }] });
    ana.crash();
    const again = await ana.start();
    expect(await texts(again, id)).toEqual(["before Ben", "while it is not ours"]);
    await settle([ana]);
    expect([...ana.errors, ...ben.errors]).toEqual([]);
    // What was put right on the server recovers by itself.
    relay.state.logs.set(id, squatted);
    await exchange(ana, again);
    expect(again.engine.status.current()).toMatchObject({ problem: null, waiting: 0 });
  });

  it("is not asked for with a token of which its id is not made, whoever wrote that into the keyring", async () => {
    const { relay, ana, a } = await anaAndBen();
    const [{ log }, other] = [await newLogOfOwn(), await newLogOfOwn()];
    const asked: string[] = [];
    const createLog = relay.createLog.bind(relay);
    relay.createLog = async (...args) => {
      asked.push(args[0]);
      return createLog(...args);
    };
    const offer = await offerFrom(a);
    const mallory = await HostileDevice.inKeyring(relay, offer.code, () => giveTo(a, offer));
    await mallory.change((doc) => {
      for (const id of [log, other.log])
        doc
          .getMap("cases")
          .set(id, new Y.Map(Object.entries({ ownerToken: other.ownerToken, "key:1": "ab".repeat(32) })));
    });
    await exchange(ana, a);
    await exchange(ana, a);
    expect(asked).toContain(other.log);
    expect(asked).not.toContain(log);
  });
});
