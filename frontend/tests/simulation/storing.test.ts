// What the phone's own storage may do to a person: no space, one failed read, a secret that does not open, rows that
// arrive early.
import { describe, expect, it } from "vitest";
import { KeysLost, SET_ASIDE } from "../../src/cases/keys/keysLost";
import { addNote, notes } from "../../src/domain/journal/notes";
import { createDatabase } from "../../src/storage/database";
import { SecretStore } from "../../src/storage/secrets";
import { converge, settle } from "./devices";
import { storageThatMayBeFull } from "./fullStorage";
import { stage, startJoined, texts, titles, write } from "./stage";

async function anaWithKnee() {
  const { clock, device } = stage();
  const ana = device("ana");
  const disk = { isFull: false };
  ana.storage = storageThatMayBeFull(() => disk.isFull);
  const phone = await ana.start();
  return { clock, device, ana, disk, phone, id: await phone.book.create("Knee") };
}

describe("a phone without room", () => {
  it("says so when a case is made, shows no case that is not kept, and makes it when there is room", async () => {
    const { clock, ana, disk, phone } = await anaWithKnee();
    disk.isFull = true;
    await expect(phone.book.create("Heart")).rejects.toMatchObject({ reason: "full" });
    expect(titles(phone)).toEqual(["Knee"]);
    clock.advance(1_000);
    await settle([ana]);
    expect(phone.book.saving()).toEqual({ state: "failed", reason: "full" });
    disk.isFull = false;
    const id = await phone.book.create("Heart");
    await write(phone, id, "words");
    await converge([ana], clock);
    expect(phone.book.saving()).toEqual({ state: "saved" });
    ana.crash();
    const again = await ana.start();
    expect(titles(again)).toEqual(["Heart", "Knee"]);
    expect(await texts(again, id)).toEqual(["words"]);
  });

  it("stores what was typed in a long time without room, though it is too much for one envelope", async () => {
    const { ana, disk, phone, id } = await anaWithKnee();
    const { doc, writer, flush } = await phone.book.open(id);
    disk.isFull = true;
    const long = ["a", "b", "c", "d"].map((letter) => letter.repeat(400_000));
    for (const text of long) addNote(doc, writer, text);
    await expect(flush()).rejects.toMatchObject({ reason: "full" });
    disk.isFull = false;
    await flush();
    ana.crash();
    expect(await texts(await ana.start(), id)).toEqual(long);
  });

  it("stores once what fits when what follows is too large for an envelope, and says that this is not stored", async () => {
    const { clock, phone, id } = await anaWithKnee();
    const { doc, writer, flush, saving } = await phone.book.open(id);
    addNote(doc, writer, "short");
    addNote(doc, writer, "x".repeat(1_100_000));
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(flush()).rejects.toMatchObject({ reason: "storage" });
      clock.advance(5_000);
    }
    expect(saving()).toEqual({ state: "failed", reason: "storage" });
    expect(await phone.log.rowsAfter(id, 0)).toHaveLength(1);
  });
});

it("a keyring that does not open stops the start, and nothing is put in its place", async () => {
  const { ana } = await anaWithKnee();
  ana.crash();
  const secrets = new SecretStore(createDatabase(ana.database));
  const genuine = await secrets.get("keyring");
  const damaged = new Uint8Array(genuine ?? []);
  damaged[20] = (damaged[20] ?? 0) ^ 1;
  await secrets.put("keyring", damaged);
  await expect(ana.start()).rejects.toThrow("keyring does not open");
  expect(await secrets.get("keyring")).toEqual(damaged);
  await secrets.put("keyring", genuine ?? damaged);
  expect(titles(await ana.start())).toEqual(["Knee"]);
});

it("a keyring that is gone while its rows are there stops the start; one who begins again leaves them where they are", async () => {
  const { ana, id } = await anaWithKnee();
  ana.crash();
  const withDatabase = createDatabase(ana.database);
  await withDatabase((database) => database.delete("secrets", "keyring"));
  await expect(ana.start()).rejects.toThrow(KeysLost);
  await withDatabase((database) => database.put("secrets", new Uint8Array(), SET_ASIDE));
  const again = await ana.start();
  expect(titles(again)).toEqual([]);
  await again.book.create("Knee again");
  expect(titles(again)).toEqual(["Knee again"]);
  expect((await again.log.logs()).map(({ log }) => log)).toContain(id);
});

it("rows that come while a case opens are shown", async () => {
  const { clock, device, ana, phone, id } = await anaWithKnee();
  const tablet = device("tablet");
  await startJoined(phone, tablet);
  await write(phone, id, "old");
  await converge([ana, tablet], clock);
  tablet.crash();
  await write(phone, id, "new");
  await converge([ana], clock);
  tablet.online = false;
  const { log, engine, book } = await tablet.start();
  await engine.settled();
  const asOfNow = log.asOfNow.bind(log);
  log.asOfNow = async (name, ...asked) => {
    const read = await asOfNow(name, ...asked);
    if (name !== id) return read;
    log.asOfNow = asOfNow;
    tablet.online = true;
    engine.wake();
    await engine.settled();
    return read;
  };
  const { doc } = await book.open(id);
  await settle([]);
  expect(new Set(notes(doc).map((note) => note.text))).toEqual(new Set(["old", "new"]));
});
