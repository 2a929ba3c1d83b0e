// The browser's storage fails once, somewhere between the first start and the last word. Nobody notices: the database
// is reopened, the request is carried out, and every word is there at the next start.
import { expect, it } from "vitest";
import { addNote } from "../../src/domain/journal/notes";
import { ZERO_HASH } from "../../src/protocol/envelope";
import { createChanges } from "../../src/storage/changes";
import { createDatabase } from "../../src/storage/database";
import { createDraftStore } from "../../src/storage/drafts";
import { LocalLog } from "../../src/storage/localLog";
import { createStateStore } from "../../src/storage/states";
import { settle } from "./devices";
import { failures, withFailure } from "./failingStorage";
import { stage, texts, titles } from "./stage";

// The story has each kind of operation many times: every fifth place covers them all. SIMULATION_RUNS runs every place.
const STRIDE = process.env.SIMULATION_RUNS ? 1 : 5;

async function tell(): Promise<void> {
  const ana = stage().device("ana");
  const phone = await ana.start();
  const id = await phone.book.create("Knee");
  const { doc, writer, flush, saving } = await phone.book.open(id);
  addNote(doc, writer, "Exercise first.");
  await flush();
  await settle([ana]);
  expect(saving()).toEqual({ state: "saved" });
  ana.crash();
  const again = await ana.start();
  expect(titles(again)).toEqual(["Knee"]);
  expect(await texts(again, id)).toEqual(["Exercise first."]);
  await settle([ana]);
  ana.crash();
  expect(ana.errors).toEqual([]);
}

// The run fails for a request that is rejected when nobody is left to handle it.
async function replaceDrafts(): Promise<void> {
  const drafts = createDraftStore(createDatabase(crypto.randomUUID()));
  const draft = (id: string) => ({ log: "knee", id, sealed: new Uint8Array([1]) });
  await drafts.put(draft("first"), null);
  await drafts.put(draft("second"), "first");
  expect((await drafts.of("knee")).map(({ id }) => id)).toEqual(["second"]);
  await drafts.remove("knee", ["second"]);
  expect(await drafts.of("knee")).toEqual([]);
}

it.each(failures)("a draft takes the place of another though any one operation ends with “%s”", async (failure) => {
  const operations = await withFailure(failure, 0, replaceDrafts);
  expect(operations).toBeGreaterThan(8);
  for (let at = 1; at <= operations; at += 1) await withFailure(failure, at, replaceDrafts);
});

// The state of a log with one row of its own.
async function keepState(): Promise<void> {
  const withDatabase = createDatabase(crypto.randomUUID());
  const [log, states] = [new LocalLog(withDatabase, createChanges(null)), createStateStore(withDatabase)];
  await log.register("knee");
  await log.setDevice("knee", "ana");
  const own = { device: "ana", counter: 1, previous: ZERO_HASH, hash: "a", envelope: new Uint8Array([1]) };
  await log.append("knee", own);
  const head = { n: 1, hash: "a", rows: 1, device: "ana", checked: 0, fresh: 1 };
  await states.put("knee", { head, parts: [new Uint8Array([2])] });
  expect((await states.of("knee"))?.head).toMatchObject(head);
}

it.each(failures)("a sealed state is kept and read though any one operation ends with “%s”", async (failure) => {
  const operations = await withFailure(failure, 0, keepState);
  expect(operations).toBeGreaterThan(15);
  for (let at = 1; at <= operations; at += 1) await withFailure(failure, at, keepState);
});

it.each(failures)(
  "a story in which any one operation ends with “%s” goes on as if nothing had been",
  {
    timeout: 900_000,
  },
  async (failure) => {
    const operations = await withFailure(failure, 0, tell);
    expect(operations).toBeGreaterThan(50);
    for (let at = 1 + failures.indexOf(failure); at <= operations; at += STRIDE) {
      await withFailure(failure, at, tell).catch((error: unknown) => {
        throw new Error(`at operation ${at}`, { cause: error });
      });
    }
  },
);
