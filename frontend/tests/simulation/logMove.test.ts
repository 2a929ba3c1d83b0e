// A case from before ids were derived from tokens, a server that was wiped, and mallory, who created the case's log
// first and owns it.
import { describe, expect, it } from "vitest";
import { newId, randomBytes } from "../../src/crypto/primitives";
import { addNote } from "../../src/domain/journal/notes";
import { toHex } from "../../src/protocol/bytes";
import { enterCaseOfBefore } from "../hostile/attacks";
import { HostileDevice } from "../hostile/device";
import { converge, type SimulatedPhone as Phone, PowerLoss, type SimulatedDevice, settle } from "./devices";
import {
  giveTo,
  invitationFrom,
  noticesOf,
  offerFrom,
  stage,
  startAsCompanion,
  startJoined,
  texts,
  titles,
  write,
} from "./stage";

const hex = (size: number) => toHex(randomBytes(size));

/** Ana's phone and tablet with an old case that Ben has joined; the server is wiped and mallory owns the case's log. */
async function squattedCase() {
  const { clock, relay, device } = stage();
  const [ana, tablet, ben] = [device("ana"), device("tablet"), device("ben")];
  const a = await ana.start();
  await a.book.create("Teeth");
  const offer = await offerFrom(a);
  const older = await HostileDevice.inKeyring(relay, offer.code, () => giveTo(a, offer));
  const id = newId();
  await older.change((doc) => enterCaseOfBefore(doc, id, "Knee"));
  const t = await startJoined(a, tablet);
  await converge([ana, tablet], clock);
  await write(a, id, "from before");
  await converge([ana, tablet], clock);
  const b = await startAsCompanion(a, id, ben);
  await write(b, id, "from Ben");
  await converge([ana, tablet, ben], clock);
  relay.state = { logs: new Map(), invites: new Map(), slots: new Map() };
  const mallorys = hex(32);
  expect(await relay.createLog(id, mallorys)).toMatchObject({ ok: true });
  return { clock, relay, device, ana, tablet, ben, a, t, b, id };
}

/** Exchanges as often as needed for devices that need not all have the same logs. */
async function rounds(devices: SimulatedDevice[], clock: { advance(ms: number): void }, count = 6): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    clock.advance(310_000);
    for (const { phone } of devices) phone?.engine.wake();
    await settle(devices);
  }
}

function knee(phone: Phone): string {
  const all = phone.book.cases().filter(({ title }) => title.value === "Knee");
  expect(all).toHaveLength(1);
  return all[0]?.id ?? "";
}

describe("a case whose log somebody else owns", () => {
  it("moves to a fresh log with all that waited, on both phones of the owner at once", async () => {
    const { clock, relay, ana, tablet, ben, a, t, b, id } = await squattedCase();
    ana.online = tablet.online = false;
    await write(a, id, "waits on the phone");
    await write(t, id, "waits on the tablet");
    ana.online = tablet.online = true;
    await rounds([ana, tablet, ben], clock);
    const moved = knee(a);
    expect([moved === id, knee(t)]).toEqual([false, moved]);
    const all = ["from Ben", "from before", "waits on the phone", "waits on the tablet"];
    for (const phone of [a, t]) {
      expect(await texts(phone, moved)).toEqual(all);
      expect(titles(phone)).toEqual(["Knee", "Teeth"]);
      expect(noticesOf(phone)).toContain("moved");
      expect(phone.engine.status.current()).toMatchObject({ problem: null, waiting: 0 });
    }
    expect(relay.state.logs.get(id)?.entries).toEqual([]);
    // Ben is shut out and told so calmly, and only the owner's phones are in the fresh log.
    expect(b.engine.status.current()).toMatchObject({ problem: null, shutOut: [{ log: id, wasIn: true }] });
    expect([...(relay.state.logs.get(moved)?.grants.values() ?? [])].map(({ role }) => role)).toEqual([
      "owner",
      "owner",
    ]);
    expect(a.companions.guests(moved)).toMatchObject([{ role: "editor", isShut: true }]);
    await write(a, moved, "after the move");
    await rounds([ana, tablet], clock, 2);
    expect(await texts(t, moved)).toContain("after the move");
    for (const device of [ana, tablet]) device.crash();
    const again = [await ana.start(), await tablet.start()];
    await rounds([ana, tablet], clock, 3);
    for (const phone of again) {
      expect(await texts(phone, moved)).toEqual([...all, "after the move"].sort());
      expect((await phone.log.logs()).map(({ log }) => log)).not.toContain(id);
      expect(await phone.log.unsent()).toBe(0);
    }
    expect([...ana.errors, ...tablet.errors, ...ben.errors]).toEqual([]);
  });

  it("lets Ben in again by a new invitation, and mallory reads nothing of it with the old key", async () => {
    const { clock, ana, ben, a, b, id } = await squattedCase();
    const oldKey = b.book.cases().find((entry) => entry.id === id)?.keys[0]?.key;
    await rounds([ana], clock);
    const moved = knee(a);
    expect(a.book.cases().find((entry) => entry.id === moved)?.keys).not.toContainEqual({ epoch: 1, key: oldKey });
    expect(await b.companions.enter(await invitationFrom(a, moved), "Ben")).toEqual({ ok: true, id: moved });
    await rounds([ana, ben], clock, 3);
    expect(
      a.companions
        .guests(moved)
        .map(({ closedAt }) => closedAt === null)
        .sort(),
    ).toEqual([false, true]);
    expect(await texts(b, moved)).toEqual(["from Ben", "from before"]);
  });

  it("keeps what is still typed into the screen that shows the old log", async () => {
    const { clock, ana, a, id } = await squattedCase();
    const shown = await a.book.open(id);
    await rounds([ana], clock);
    const moved = knee(a);
    addNote(shown.doc, shown.writer, "typed late");
    await shown.flush();
    await rounds([ana], clock, 2);
    expect(await texts(a, moved)).toContain("typed late");
    ana.crash();
    const again = await ana.start();
    await rounds([ana], clock, 3);
    expect(await texts(again, moved)).toEqual(["from Ben", "from before", "typed late"]);
  });

  it("comes through power losses anywhere, with no word lost and the same log on both phones", {
    timeout: 120_000,
  }, async () => {
    for (let at = 5; at < 200; at += 13) {
      const { clock, ana, tablet, a, id } = await squattedCase();
      tablet.online = false;
      await write(a, id, "waits");
      ana.powerLeft = at;
      await rounds([ana], clock, 2).catch((error: unknown) => {
        if (!(error instanceof PowerLoss)) throw error;
      });
      ana.crash();
      const again = await ana.start();
      tablet.online = true;
      await rounds([ana, tablet], clock);
      const moved = knee(again);
      expect(moved).not.toBe(id);
      expect([at, noticesOf(again)]).toEqual([at, expect.arrayContaining(["moved"])]);
      for (const phone of [again, tablet.phone])
        expect([at, phone && (await texts(phone, moved))]).toEqual([at, ["from Ben", "from before", "waits"]]);
    }
  });
});
