// A wish to exchange is never lost, whatever the engine is doing when it comes: a signal may return at any moment.
import { expect, it } from "vitest";
import { addNote } from "../../src/domain/notes";
import { SimulatedClock, SimulatedDevice } from "./devices";
import { Relay } from "./relay";

it("sends at once when the signal returns while the engine is just going to rest", async () => {
  const clock = new SimulatedClock();
  const relay = new Relay(() => crypto.randomUUID().replaceAll("-", ""), clock.millis);
  const ana = new SimulatedDevice("ana-wakes", relay, clock, Math.random);
  const { book, engine } = await ana.start();
  const open = await book.open(await book.create("Mum's left knee"));
  await engine.settled();
  ana.online = false;
  addNote(open.doc, open.writer, "Exercise first, 12 weeks.");
  await open.flush();
  // Offline is said twice: by the round that found no network, and by the last look at the log after it.
  let said = 0;
  engine.status.subscribe(({ phase }) => {
    if (phase !== "offline" || ana.online) return;
    said += 1;
    if (said < 2) return;
    ana.online = true;
    engine.wake();
  });
  engine.wake();
  await engine.settled();
  expect(said).toBe(2);
  expect(engine.status.current()).toMatchObject({ phase: "idle", waiting: 0 });
});
