// A companion with the case's key writes random changes. The case opens at every start and on a new phone, what its
// owner wrote is stored and sent, and other cases do not change. The seed is in the name; HOSTILE_SEED repeats a run,
// HOSTILE_RUNS runs more.
import { describe, expect, it } from "vitest";
import { HostileDevice } from "../hostile/device";
import { drawn, seededRandom } from "../hostile/randomUpdates";
import { converge } from "./devices";
import { invitationFrom, stage, startJoined, texts, titles, write } from "./stage";

const CHANGES = 500;
const FIRST = Number(process.env.HOSTILE_SEED ?? Math.floor(Math.random() * 2 ** 31));
const seeds = Array.from({ length: Number(process.env.HOSTILE_RUNS ?? 1) }, (_, run) => FIRST + run);

describe(`${CHANGES} changes drawn by lot, from a companion`, () => {
  it.each(seeds)(
    "stop nothing (HOSTILE_SEED=%i)",
    async (seed) => {
      const { clock, relay, device } = stage();
      const [ana, tablet] = [device("ana"), device("tablet")];
      let a = await ana.start();
      const hip = await a.book.create("Hip");
      const id = await a.book.create("Knee");
      await write(a, hip, "about the hip");
      await write(a, id, "before", "before, too");
      await converge([ana], clock);
      const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
      await converge([ana], clock);
      await (await mallory.catchUp()).send(drawn(mallory.doc, CHANGES, seededRandom(seed)));
      await converge([ana], clock);
      await write(a, id, "meanwhile");
      ana.crash();
      a = await ana.start();
      const t = await startJoined(a, tablet);
      await converge([ana, tablet], clock);
      const words = await texts(a, id);
      expect(words).toContain("meanwhile");
      expect(await texts(t, id)).toEqual(words);
      expect(await texts(t, hip)).toEqual(["about the hip"]);
      expect(titles(a)).toEqual(["Hip", "Knee"]);
      const { doc } = await a.book.open(id);
      expect(doc.store.pendingStructs).toBeNull();
      // Of each device, some deletions of what does not exist are accepted.
      expect(doc.store.pendingDs?.length ?? 0).toBeLessThan(1_000);
      const record = await a.log.record(id);
      const own = (await a.log.rowsAfter(id, 0)).filter((row) => row.device === record?.device);
      expect(own.length).toBeGreaterThan(2);
      for (const row of own) expect([row.finding, row.envelope.length > 0]).toEqual([undefined, true]);
      expect(a.engine.status.current()).toMatchObject({ waiting: 0, problem: null, isStuck: false });
    },
    120_000,
  );
});
