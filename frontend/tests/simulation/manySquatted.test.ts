// An attacker owns the logs of all of a person's cases: no word is lost, what can move moves, and what cannot is kept.
import { describe, expect, it } from "vitest";
import { newId, randomBytes } from "../../src/crypto/primitives";
import { toHex } from "../../src/protocol/bytes";
import { enterCaseOfBefore } from "../hostile/attacks";
import { HostileDevice } from "../hostile/device";
import { converge, type SimulatedPhone as Phone, settle } from "./devices";
import { giveTo, noticesOf, offerFrom, stage, texts, titles, write } from "./stage";

const MANY = 10;

describe("all the cases of a person whose logs somebody else owns", () => {
  it("ten of the new kind: said once, every word is there after a start, and one that is free is sent", async () => {
    const { relay, device, clock } = stage();
    const ana = device("ana");
    const a = await ana.start();
    const taken: string[] = [];
    for (let n = 0; n < MANY; n += 1) taken.push(await a.book.create(`Case ${n}`));
    const free = await a.book.create("Teeth");
    for (const id of taken) await write(a, id, "before");
    await converge([ana], clock);
    const whole = new Map(relay.state.logs);
    for (const id of taken)
      relay.state.logs.set(id, { owner: newId(), incarnation: newId(), entries: [], grants: new Map() });
    for (const id of [...taken, free]) await write(a, id, "meanwhile");
    a.engine.wake();
    await settle([ana]);
    expect(a.engine.status.current()).toMatchObject({ problem: "not_ours", waiting: MANY });
    expect(await a.log.unsent(free)).toBe(0);
    ana.crash();
    const again = await ana.start();
    for (const id of taken) expect(await texts(again, id)).toEqual(["before", "meanwhile"]);
    await settle([ana]);
    expect(ana.errors).toEqual([]);
    for (const [id, log] of whole) relay.state.logs.set(id, log);
    await converge([ana], clock);
    expect(again.engine.status.current()).toMatchObject({ problem: null, waiting: 0 });
  });

  it.each([2, MANY])(
    "%d of the kind from before: each moves to a fresh log of its own with all its words",
    async (count) => {
      const { relay, device, clock } = stage();
      const ana = device("ana");
      const a = await ana.start();
      const offer = await offerFrom(a);
      const older = await HostileDevice.inKeyring(relay, offer.code, () => giveTo(a, offer));
      const ids = Array.from({ length: count }, newId);
      for (const [n, id] of ids.entries()) await older.change((doc) => enterCaseOfBefore(doc, id, `Case ${n}`));
      await converge([ana], clock);
      for (const [n, id] of ids.entries()) await write(a, id, `word of ${n}`);
      await converge([ana], clock);
      relay.state = { logs: new Map(), invites: new Map(), slots: new Map() };
      for (const id of ids) expect(await relay.createLog(id, toHex(randomBytes(32)))).toMatchObject({ ok: true });
      for (let rounds = 0; rounds < 8; rounds += 1) {
        clock.advance(310_000);
        a.engine.wake();
        await settle([ana]);
      }
      expect(titles(a)).toEqual(ids.map((_, n) => `Case ${n}`).sort());
      expect(a.book.cases().filter(({ id }) => ids.includes(id))).toEqual([]);
      expect(noticesOf(a).filter((code) => code === "moved").length).toBeGreaterThan(0);
      await allThere(a);
      ana.crash();
      await allThere(await ana.start());
      await settle([ana]);
      expect([ana.errors, relay.state.logs.size]).toEqual([[], 2 * count + 1]);
    },
  );
});

/** Each case holds its own word, under its own name. */
async function allThere(phone: Phone): Promise<void> {
  for (const { id, title } of phone.book.cases())
    expect(await texts(phone, id)).toEqual([`word of ${title.value?.replace("Case ", "")}`]);
}
