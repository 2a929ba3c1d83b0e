// The phone dies while it merges what another one wrote. The next start knows which row it was, and goes on without a
// row that caused it.
import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { addNote } from "../../src/domain/journal/notes";
import { createDatabase, type WithDatabase } from "../../src/storage/database";
import { withoutFinding } from "../../src/storage/localLog";
import { deepAndOverwritten } from "../hostile/attacks";
import { HostileDevice } from "../hostile/device";
import { converge, PowerLoss, type SimulatedDevice, settle } from "./devices";
import { invitationFrom, noticesOf, stage, startJoined, texts, write } from "./stage";

/** Makes the phone die as soon as it has noted that it tries a row of `log`, once for each time that it is armed. */
function diesTrying(device: SimulatedDevice, armed: { log: string; at: "some" | "one alone" | null }): void {
  let lives = 0;
  device.storage = (name?: string, reopened?: () => void): WithDatabase => {
    const inner = createDatabase(name, reopened);
    lives += 1;
    const life = lives;
    return async (work) => {
      const result = await inner(work);
      const record = await inner((db) => db.get("logs", armed.log));
      if (armed.at === null || life !== lives) return result;
      if (record?.checking?.isAlone !== (armed.at === "one alone")) return result;
      armed.at = null;
      device.crash();
      throw new PowerLoss();
    };
  };
}

async function anaWithTablet() {
  const { clock, relay, device } = stage();
  const [ana, tablet] = [device("ana"), device("tablet")];
  const armed: Parameters<typeof diesTrying>[1] = { log: "", at: null };
  diesTrying(ana, armed);
  const a = await ana.start();
  const id = await a.book.create("Knee");
  armed.log = id;
  await write(a, id, "her own words");
  const t = await startJoined(a, tablet);
  await converge([ana, tablet], clock);
  return { clock, relay, ana, tablet, armed, t, id };
}

/** The words of the case on the phone that starts; null when it died while merging them. */
async function opened(ana: SimulatedDevice, id: string): Promise<string[] | null> {
  const found = await texts(await ana.start(), id).catch((error: unknown) => {
    if (error instanceof PowerLoss) return null;
    throw error;
  });
  return ana.phone && found;
}

describe("a phone that dies while it merges what another one wrote", () => {
  it("once, by chance, merges it at the next start", async () => {
    const { clock, ana, tablet, armed, t, id } = await anaWithTablet();
    for (const text of ["one", "two", "three"]) await write(t, id, text);
    await converge([tablet, ana], clock);
    ana.crash();
    await untried(ana, id);
    armed.at = "some";
    expect(await opened(ana, id)).toBeNull();
    expect(await opened(ana, id)).toEqual(["her own words", "one", "three", "two"]);
    if (ana.phone) expect(noticesOf(ana.phone)).not.toContain("unsound");
  });

  it("in another tab that is at work just now, is not taken for dead", async () => {
    const { clock, ana, tablet, t, id } = await anaWithTablet();
    await write(t, id, "one");
    await converge([tablet, ana], clock);
    ana.crash();
    await untried(ana, id);
    const db = createDatabase(ana.database);
    for (const isAlone of [false, true]) {
      const from = await db(async (database) => {
        const record = await database.get("logs", id);
        const rows = await database.getAll("rows");
        const [row] = rows.filter(({ log, device }) => log === id && device !== record?.device);
        if (!record || !row) throw new Error("there is nothing to try");
        await database.put("logs", {
          ...record,
          checkedUpTo: 0,
          checking: { from: row.n, to: row.n, isAlone, runs: ["tab"] },
        });
        return row.n;
      });
      expect(from).toBeGreaterThan(0);
      expect(await opened(ana, id)).toEqual(["her own words", "one"]);
      if (ana.phone) expect(noticesOf(ana.phone)).not.toContain("unsound");
      ana.crash();
    }
  });

  it("again and again, sets aside the one row that it dies of, and nothing else", async () => {
    const { clock, ana, tablet, armed, t, id } = await anaWithTablet();
    await write(t, id, "one");
    tablet.crash();
    // Everything of the session that wrote the first one would wait.
    await write(await tablet.start(), id, "two");
    await converge([tablet, ana], clock);
    ana.crash();
    await untried(ana, id);
    for (const at of ["some", "one alone"] as const) {
      armed.at = at;
      expect(await opened(ana, id)).toBeNull();
    }
    expect(await opened(ana, id)).toEqual(["her own words", "two"]);
    if (!ana.phone) throw new Error("the phone should live");
    await settle([ana]);
    expect(noticesOf(ana.phone)).toContain("unsound");
    await ana.phone.mergeProgress.retrySetAside(id);
    expect(noticesOf(ana.phone)).not.toContain("set_aside");
    ana.crash();
    expect(await opened(ana, id)).toEqual(["her own words", "one", "two"]);
  });
});

describe("what somebody wrote, of whom something was set aside", () => {
  it("is set aside together when the person wishes it, also what comes later, and comes back", async () => {
    const { clock, relay, ana, tablet, id } = await anaWithTablet();
    const phone = () => {
      if (!ana.phone) throw new Error("the phone should live");
      return ana.phone;
    };
    const mallory = await HostileDevice.inCase(relay, await invitationFrom(phone(), id));
    const noteOf = (text: string) => mallory.recorded((doc) => writeNote(doc, text));
    await mallory.send(noteOf("Mallory's words"));
    await mallory.send([new Uint8Array([1, 2, 3])]);
    await converge([ana, tablet], clock);
    expect(await texts(phone(), id)).toContain("Mallory's words");
    await phone().mergeProgress.setAside(id);
    ana.crash();
    expect(await opened(ana, id)).toEqual(["her own words"]);
    await mallory.send(noteOf("more of them"));
    await converge([ana, tablet], clock);
    expect(await texts(phone(), id)).toEqual(["her own words"]);
    expect(noticesOf(phone())).toContain("set_aside");
    await phone().mergeProgress.retrySetAside(id);
    ana.crash();
    expect(await opened(ana, id)).toEqual(["Mallory's words", "her own words", "more of them"]);
  });

  it("is known to be set aside by a phone that dies right after it was tried", async () => {
    const { clock, relay, ana, tablet, armed, id } = await anaWithTablet();
    if (!ana.phone) throw new Error("the phone should live");
    const mallory = await HostileDevice.inCase(relay, await invitationFrom(ana.phone, id));
    await mallory.send(deepAndOverwritten(6_000));
    await converge([ana, tablet], clock);
    ana.crash();
    for (let calls = 0; calls < 40; calls += 1) {
      await untried(ana, id);
      await createDatabase(ana.database)(async (db) => {
        const rows = await db.getAll("rows");
        for (const row of rows) if (row.finding === "unsound") await db.put("rows", withoutFinding(row));
      });
      armed.at = null;
      const phone = await ana.start();
      ana.powerLeft = calls;
      await phone.book.open(id).catch(() => {});
      ana.crash();
      expect(await opened(ana, id)).toEqual(["her own words"]);
      ana.crash();
    }
  }, 60_000);
});

/** A phone that already has the rows, updated to the version that tries them. */
async function untried(ana: SimulatedDevice, id: string): Promise<void> {
  await createDatabase(ana.database)(async (db) => {
    const record = await db.get("logs", id);
    if (record) await db.put("logs", { ...record, checkedUpTo: 0, checking: null });
  });
}

function writeNote(doc: Y.Doc, text: string): void {
  addNote(doc, { author: "mallory", newId: () => crypto.randomUUID(), now: () => "2026-11-22T09:00:00.000Z" }, text);
}
