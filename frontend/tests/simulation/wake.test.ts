// A request to exchange is never lost, whatever the engine is doing when it arrives: a signal may return at any moment.
import { expect, it } from "vitest";
import { addNote } from "../../src/domain/journal/notes";
import { converge } from "./devices";
import { stage } from "./stage";

it("sends at once when the signal returns while the engine is just going to rest", async () => {
  const ana = stage().device("ana");
  const { book, engine } = await ana.start();
  const open = await book.open(await book.create("Mum's left knee"));
  await engine.settled();
  ana.online = false;
  addNote(open.doc, open.writer, "Exercise first, 12 weeks.");
  await open.flush();
  // Offline is reported twice: by the round that found no network, and by the last look at the log after it.
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

it("sends at once when the signal returns while a try of before it has yet to fail", async () => {
  const { relay, device } = stage();
  const ana = device("ana");
  const { book, engine, log } = await ana.start();
  const open = await book.open(await book.create("Mum's left knee"));
  await engine.settled();
  const { pull } = relay;
  relay.pull = async () => {
    relay.pull = pull;
    engine.wake();
    return { ok: false, code: "no_network", retryAfter: null, details: {} };
  };
  addNote(open.doc, open.writer, "Exercise first, 12 weeks.");
  await open.flush();
  engine.wake();
  await engine.settled();
  expect(relay.pull).toBe(pull);
  expect(await log.unsent()).toBe(0);
  expect(engine.status.current()).toMatchObject({ phase: "idle", waiting: 0 });
});

it.each([1, 2, 3, 4, 5, 6, 7, 8])("sends within a second what is stored at the %i. look at the log", async (at) => {
  const { clock, device } = stage();
  const ana = device("ana");
  const { book, engine, log } = await ana.start();
  const open = await book.open(await book.create("Mum's left knee"));
  await converge([ana], clock);
  const unsent = log.unsent.bind(log);
  let looks = 0;
  log.unsent = async (name) => {
    const count = await unsent(name);
    looks += 1;
    if (looks === at) {
      addNote(open.doc, open.writer, "Exercise first, 12 weeks.");
      await open.flush();
    }
    return count;
  };
  while (looks < at) {
    engine.wake();
    await engine.settled();
  }
  log.unsent = unsent;
  clock.advance(1_000);
  await engine.settled();
  expect(await unsent()).toBe(0);
});

it("sends although the browser believes that there is no network, and says nothing of it before", async () => {
  const { clock, device } = stage();
  const ana = device("ana");
  ana.believesOnline = false;
  const { book, engine, log } = await ana.start();
  const phases: string[] = [];
  engine.status.subscribe(({ phase }) => phases.push(phase));
  ana.online = false;
  const open = await book.open(await book.create("Mum's left knee"));
  addNote(open.doc, open.writer, "Exercise first, 12 weeks.");
  await open.flush();
  engine.wake();
  await engine.settled();
  expect(engine.status.current().phase).toBe("offline");
  expect(phases).not.toContain("sending");
  ana.online = true;
  await converge([ana], clock);
  expect(await log.unsent()).toBe(0);
  expect(engine.status.current().phase).toBe("idle");
});

it("leaves a server that cannot be reached alone for longer and longer", async () => {
  const { clock, device } = stage();
  const ana = device("ana");
  const { book, engine } = await ana.start();
  await book.create("Mum's left knee");
  await converge([ana], clock);
  ana.online = false;
  let tries = 0;
  ana.onCall = () => {
    tries += 1;
  };
  const triesIn = async (minutes: number) => {
    tries = 0;
    for (let seconds = 0; seconds < minutes * 60; seconds += 5) {
      clock.advance(5_000);
      await engine.settled();
    }
    return tries;
  };
  const first = await triesIn(5);
  const later = await triesIn(5);
  expect(first).toBeGreaterThan(0);
  expect(later).toBeLessThan(first);
});
