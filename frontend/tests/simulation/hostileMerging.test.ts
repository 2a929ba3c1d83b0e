// A companion with the key of the case writes what stops Yjs. The case opens at every start, nobody else loses a word,
// and the app says what was set aside. Nothing here measures time: what costs time is what would wait inside the
// document, and none does.
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
  attacks,
  crowds,
  deepAndOverwritten,
  deflated,
  deletionOf,
  deletions,
  heavy,
  waitingFor,
} from "../hostile/attacks";
import { HostileDevice } from "../hostile/device";
import { converge } from "./devices";
import { invitationFrom, noticesOf, stage, startJoined, texts, titles, write } from "./stage";

const atOneKey = (doc: Y.Doc) => void doc.getMap("notes").set("key", 1);
const heavier: [name: string, updates: () => Uint8Array[], isSetAside: boolean][] = [
  ["maps nested 3,000 deep and overwritten", () => deepAndOverwritten(3_000), true],
  ["maps nested 6,000 deep and overwritten", () => deepAndOverwritten(6_000), true],
  ["300 changes that wait for one which never comes", () => waitingFor(300), false],
  ["3,000 changes that wait for one which never comes", () => waitingFor(3_000), false],
  ["30 times 500 sessions at one place", () => crowds(30, 500, atOneKey), true],
  ["300 times 500 sessions at one place", () => crowds(300, 500, atOneKey), true],
  ["400 times 500 deletions of what is not there", () => deletions(400), false],
];

async function anaAndMallory() {
  const { clock, relay, device } = stage();
  const ana = device("ana");
  const a = await ana.start();
  await a.book.create("Hip");
  const id = await a.book.create("Knee");
  await write(a, id, "before");
  const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
  await converge([ana], clock);
  return { clock, device, ana, a, id, mallory };
}

describe("what a companion writes to stop the app", () => {
  it.each(heavier)(
    "%s: the case opens, now and at every start, and on a new phone",
    async (_name, updates, isSetAside) => {
      const { clock, device, ana, a, id, mallory } = await anaAndMallory();
      await a.book.open(id);
      await mallory.send(updates());
      await converge([ana], clock);
      await write(a, id, "meanwhile");
      await converge([ana], clock);
      expect(noticesOf(a).includes("unsound")).toBe(isSetAside);
      ana.crash();
      const again = await ana.start();
      expect(await texts(again, id)).toEqual(["before", "meanwhile"]);
      const { doc } = await again.book.open(id);
      expect(doc.store.pendingStructs).toBeNull();
      expect(doc.store.pendingDs).toBeNull();
      const tablet = device("tablet");
      const t = await startJoined(again, tablet);
      await converge([ana, tablet], clock);
      expect(await texts(t, id)).toEqual(["before", "meanwhile"]);
      await write(t, id, "on the tablet");
      await converge([ana, tablet], clock);
      expect(await texts(again, id)).toEqual(["before", "meanwhile", "on the tablet"]);
      expect(titles(again)).toEqual(["Hip", "Knee"]);
    },
    120_000,
  );

  it.each([1, 10])(
    "%i snapshots that would each unpack to 900 MiB are never unpacked",
    async (count) => {
      const { clock, ana, a, id, mallory } = await anaAndMallory();
      await a.book.open(id);
      await attacks.bomb(mallory, count);
      await converge([ana], clock);
      expect(await texts(a, id)).toEqual(["before"]);
      const { notices } = a.engine.status.current();
      expect(notices.find(({ code }) => code === "bad_padding")?.count).toBe(count);
    },
    120_000,
  );

  it("kinds of envelope that no app writes are set aside", async () => {
    const { clock, ana, a, id, mallory } = await anaAndMallory();
    await a.book.open(id);
    await mallory.send([new Uint8Array([0, 0])], { kind: "roster" });
    await mallory.send([await deflated(10)], { kind: "snapshot", format: "deflate" });
    await converge([ana], clock);
    const { notices } = a.engine.status.current();
    expect(notices.find(({ code }) => code === "unsound")?.count).toBe(2);
  });

  it("what its owner has yet to write is not deleted beforehand, by whatever phone it is read", async () => {
    const { clock, device, ana, a, id, mallory } = await anaAndMallory();
    const tablet = device("tablet");
    const t = await startJoined(a, tablet);
    await write(a, id, "first of this day");
    await converge([ana, tablet], clock);
    await mallory.catchUp();
    const sessions = [...Y.decodeStateVector(Y.encodeStateVector(mallory.doc))];
    await mallory.send(sessions.map(([session, clocks]) => deletionOf(session, clocks, 2 ** 30)));
    await converge([ana, tablet], clock);
    await write(a, id, "written afterwards");
    await converge([ana, tablet], clock);
    const all = ["before", "first of this day", "written afterwards"];
    expect(await texts(t, id)).toEqual(all);
    expect(await texts(a, id)).toEqual(all);
    ana.crash();
    expect(await texts(await ana.start(), id)).toEqual(all);
  });

  it("much that is allowed is merged piece by piece: everything else has its turn in between", async () => {
    const { clock, ana, a, id, mallory } = await anaAndMallory();
    const { doc } = await a.book.open(id);
    let turn = 0;
    const counting = setInterval(() => {
      turn += 1;
    });
    const turns: number[] = [];
    doc.on("update", (_update: Uint8Array, origin: unknown) => {
      if (origin !== null) turns.push(turn);
    });
    await mallory.send(heavy(10, 1_800));
    await converge([ana], clock);
    clearInterval(counting);
    expect(turns.length).toBeGreaterThanOrEqual(10);
    expect(new Set(turns).size).toBeGreaterThan(4);
    expect(await texts(a, id)).toContain("before");
  }, 60_000);

  it("what waited is merged when what it waited for has come, at once and at the next start", async () => {
    const { clock, ana, a, id, mallory } = await anaAndMallory();
    await a.book.open(id);
    const [first = new Uint8Array(), ...rest] = mallory.recorded((doc) => {
      for (let n = 0; n < 30; n += 1) doc.getText("why").insert(doc.getText("why").length, `${n} `);
    });
    await mallory.send(rest);
    await converge([ana], clock);
    const why = async (phone: typeof a) => (await phone.book.open(id)).doc.getText("why").toString();
    expect(await why(a)).toBe("");
    await mallory.send([first]);
    await converge([ana], clock);
    const whole = Array.from({ length: 30 }, (_, n) => `${n} `).join("");
    expect(await why(a)).toBe(whole);
    ana.crash();
    expect(await why(await ana.start())).toBe(whole);
  });
});
