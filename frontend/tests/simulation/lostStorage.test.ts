// The browser closes the database under the app, or deletes it. What is open in memory is written again, so the next
// start finds it; what was not open comes back from the server. Nobody gets an empty phone in place of their own.
import * as fake from "fake-indexeddb";
import { unwrap } from "idb";
import { describe, expect, it } from "vitest";
import { addNote } from "../../src/domain/journal/notes";
import { createDatabase } from "../../src/storage/database";
import { converge, settle } from "./devices";
import { anaWithTwoCases, clear, restarted } from "./lossStage";
import { noticesOf, startAsCompanion, startJoined, texts, titles, write } from "./stage";

// Its types use the class of a database as the type of a database.
function forceClose(database: IDBDatabase): void {
  Reflect.apply(fake.forceCloseDatabase, null, [database]);
}

describe("a database that is gone while the app is open", () => {
  it("is written again from what is open, without a signal, and says so", async () => {
    const { ana, phone, knee } = await anaWithTwoCases();
    ana.online = false;
    await clear(ana);
    await write(phone, knee, "warm");
    const again = await restarted(ana);
    await again.engine.settled();
    expect(titles(again)).toEqual(["Heart", "Knee"]);
    expect(await texts(again, knee)).toEqual(["swollen", "warm"]);
    expect(noticesOf(again)).toEqual(["phone_lost_entries"]);
  });

  it("also when a word was just being typed", async () => {
    const { clock, ana, phone, knee } = await anaWithTwoCases();
    const { doc, writer, flush } = await phone.book.open(knee);
    addNote(doc, writer, "warm");
    clock.advance(50);
    await clear(ana);
    await flush();
    expect(await texts(await restarted(ana), knee)).toEqual(["swollen", "warm"]);
  });

  it("gets back from the server what was not open, and every phone comes to the same words", async () => {
    const { clock, device, ana, phone, knee, heart } = await anaWithTwoCases();
    await write(phone, heart, "beats");
    const tablet = device("tablet");
    const other = await startJoined(phone, tablet);
    await converge([ana, tablet], clock);
    await restarted(ana);
    await clear(ana);
    await converge([ana, tablet], clock);
    const again = await restarted(ana);
    await converge([ana, tablet], clock);
    for (const each of [again, other]) {
      expect(await texts(each, knee)).toEqual(["swollen"]);
      expect(await texts(each, heart)).toEqual(["beats"]);
    }
  });

  it("is no place for another keyring: a case that is begun right then stands beside the others", async () => {
    const { ana, phone } = await anaWithTwoCases();
    const clearing = clear(ana);
    await phone.book.create("Eye");
    await clearing;
    expect(titles(await restarted(ana))).toEqual(["Eye", "Heart", "Knee"]);
  });

  it("is written again by every tab, each what it has open", async () => {
    const { ana, phone, knee, heart } = await anaWithTwoCases();
    ana.online = false;
    const tab = ana.anotherTab("second tab");
    tab.online = false;
    await write(await tab.start(), heart, "beats");
    await write(phone, knee, "warm");
    await clear(ana);
    await settle([ana, tab]);
    tab.crash();
    const again = await restarted(ana);
    expect(await texts(again, knee)).toEqual(["swollen", "warm"]);
    expect(await texts(again, heart)).toEqual(["beats"]);
  });

  it("is written again once there is room for it", async () => {
    const { clock, ana, knee } = await anaWithTwoCases();
    let isRoom = true;
    ana.storage = (name, onReopened) => createDatabase(name, onReopened, async () => isRoom);
    const phone = await restarted(ana);
    const { doc, writer, saving, flush } = await phone.book.open(knee);
    isRoom = false;
    await clear(ana);
    addNote(doc, writer, "warm");
    await expect(flush()).rejects.toMatchObject({ reason: "full" });
    expect(saving()).toEqual({ state: "failed", reason: "full" });
    isRoom = true;
    clock.advance(5_000);
    await expect.poll(() => saving().state).toBe("saved");
    await settle([ana]);
    expect(await texts(await restarted(ana), knee)).toEqual(["swollen", "warm"]);
  });

  it("is written in several parts when one change could not hold it", async () => {
    const { ana, phone, knee } = await anaWithTwoCases();
    ana.online = false;
    const long = ["a", "b", "c"].map((letter) => letter.repeat(400_000));
    await write(phone, knee, long[0] ?? "");
    const second = await restarted(ana);
    await write(second, knee, long[1] ?? "");
    const third = await restarted(ana);
    await write(third, knee, long[2] ?? "");
    await clear(ana);
    expect((await third.log.rowsAfter(knee, 0)).length).toBeGreaterThan(1);
    expect(await texts(await restarted(ana), knee)).toEqual([...long, "swollen"]);
  });

  it("lets a companion keep every word, and in again with another invitation", async () => {
    const { clock, device, ana, phone, knee } = await anaWithTwoCases();
    await write(phone, knee, "from ana");
    const ben = device("ben");
    await startAsCompanion(phone, knee, ben);
    await converge([ana, ben], clock);
    const bens = await restarted(ben);
    await write(bens, knee, "from ben");
    await clear(ben);
    ben.phone?.engine.wake();
    await settle([ana, ben]);
    expect(bens.engine.status.current().shutOut).toEqual([{ log: knee, wasIn: false }]);
    expect(await texts(bens, knee)).toEqual(["from ana", "from ben", "swollen"]);
    ben.crash();
    await startAsCompanion(phone, knee, ben);
    await converge([ana, ben], clock);
    expect(await texts(phone, knee)).toEqual(["from ana", "from ben", "swollen"]);
  });
});

it("a database that was only closed is opened again, and nothing is written twice", async () => {
  const { ana, knee } = await anaWithTwoCases();
  let closed = 0;
  ana.storage = (name, onReopened) => {
    const withDatabase = createDatabase(name, onReopened);
    return (work) =>
      withDatabase(async (database) => {
        if (closed === 1) forceClose(unwrap(database));
        closed += 1;
        return work(database);
      });
  };
  const phone = await restarted(ana);
  const before = await phone.log.rowsAfter(knee, 0);
  closed = 1;
  await write(phone, knee, "warm");
  await settle([ana]);
  expect(await phone.log.rowsAfter(knee, 0)).toHaveLength(before.length + 1);
  expect(await texts(await restarted(ana), knee)).toEqual(["swollen", "warm"]);
  expect(ana.errors).toEqual([]);
});
