// A notice about a case is stored together with the change it reports. A phone may die between any two writes:
// otherwise what is set aside, removed or lost could stay so without a notice.
import type { IDBPDatabase } from "idb";
import { describe, expect, it } from "vitest";
import { createDatabase, type WithDatabase } from "../../src/storage/database";
import type { LogRecord, Row, Schema } from "../../src/storage/schema";
import { attacks, deepAndOverwritten } from "../hostile/attacks";
import { HostileDevice } from "../hostile/device";
import { converge, type SimulatedDevice } from "./devices";
import { flipped } from "./lyingServer";
import type { Relay } from "./relay";
import { chained, sha256 } from "./relayLog";
import { invitationFrom, noticesOf, stage, write } from "./stage";

type Stage = Awaited<ReturnType<typeof caseWithMallory>>;
/** Whether a notice is stored for what happened to the case, judged by its record before and now, and its rows. */
type Happened = (now: LogRecord, before: LogRecord, rows: Row[]) => boolean;

async function caseWithMallory() {
  const { clock, relay, device } = stage();
  const ana = device("ana");
  const watch = watched(ana);
  const a = await ana.start();
  const id = await a.book.create("Knee");
  await write(a, id, "her own words");
  const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
  await converge([ana], clock);
  await a.book.open(id);
  return { clock, relay, ana, a, id, mallory, watch };
}

/** Checks the phone's storage after each of its calls. */
function watched(device: SimulatedDevice): { look: (db: IDBPDatabase<Schema>) => Promise<void> } {
  const watch = { look: async (_db: IDBPDatabase<Schema>) => {} };
  device.storage = (name?: string, reopened?: () => void): WithDatabase => {
    const inner = createDatabase(name, reopened);
    return async (work) => {
      const result = await inner(work);
      await inner(watch.look);
      return result;
    };
  };
  return watch;
}

const isFound = (finding: string) => (_now: LogRecord, _before: LogRecord, rows: Row[]) =>
  rows.some((row) => row.finding === finding);
const isTried: Happened = (now, before, rows) =>
  rows.length > before.rows && now.checkedUpTo === rows.length && !now.checking;

const occasions: [name: string, code: string, happens: (stage: Stage) => Promise<void> | void, happened: Happened][] = [
  [
    "an entry that cannot be used",
    "unsound",
    ({ mallory }) => mallory.send(deepAndOverwritten(3_000)),
    isFound("unsound"),
  ],
  [
    "a kind of envelope that nobody writes",
    "unsound",
    ({ mallory }) => mallory.send([new Uint8Array(9)], { kind: "snapshot" }),
    isFound("unsound"),
  ],
  ["a case that a companion empties", "removed_by_others", ({ mallory }) => attacks.wipe(mallory), isTried],
  ["an entry without its signature", "bad_signature", ({ relay, id }) => forge(relay, id), isFound("bad_signature")],
  [
    "a server that lost everything",
    "server_lost_entries",
    ({ relay }) => relay.state.logs.clear(),
    (now, before) => now.incarnation !== before.incarnation,
  ],
];

describe.each(occasions)("%s", (_name, code, happens, happened) => {
  it("is never stored without its word", async () => {
    const at = await caseWithMallory();
    const { clock, ana, a, id, watch } = at;
    const before = await a.log.record(id);
    if (!before) throw new Error("there is no case");
    const seen: boolean[] = [];
    watch.look = async (db) => {
      const tx = db.transaction(["logs", "rows"]);
      const [now, all] = await Promise.all([tx.objectStore("logs").get(id), tx.objectStore("rows").getAll()]);
      const rows = all.filter(({ log }) => log === id);
      if (now && happened(now, before, rows)) seen.push(now.notices.some((notice) => notice.code === code));
    };
    await happens(at);
    await converge([ana], clock);
    expect(seen).toContain(true);
    expect(seen).not.toContain(false);
    expect(noticesOf(a)).toContain(code);
  });
});

/** The last entry again, with one bit flipped, at its place in the chain. */
function forge(relay: Relay, id: string): void {
  const entries = relay.state.logs.get(id)?.entries ?? [];
  const last = entries.at(-1);
  if (!last) throw new Error("there is nothing to forge");
  const envelope = flipped(last.envelope);
  const hash = sha256(envelope);
  entries.push({ ...last, envelope, hash, chain: chained(last.chain, hash) });
}
