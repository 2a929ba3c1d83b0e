// Storage that exists twice or goes back in time, and a phone that dies while it moves to another keyring.
import { describe, expect, it } from "vitest";
import { converge, copyDatabase, settle } from "./devices";
import { bring, deviceOf, stage, texts, titles, unite, write } from "./stage";

describe("storage that lives twice", () => {
  it("both write under one device id: both keep their words, and one takes a new id and client id", async () => {
    const { clock, device } = stage();
    const [one, two] = [device("one"), device("two")];
    const first = await one.start();
    const id = await first.book.create("Knee");
    await write(first, id, "before the copy");
    await converge([one], clock);
    one.crash();
    await copyDatabase(one.name, two.name);
    const [a, b] = [await one.start(), await two.start()];
    const clientsBefore = [(await a.book.open(id)).doc.clientID, (await b.book.open(id)).doc.clientID];
    [one.online, two.online] = [false, false];
    await write(a, id, "on the old phone");
    await write(b, id, "on the new phone");
    [one.online, two.online] = [true, true];
    await converge([one, two], clock);
    const all = ["before the copy", "on the new phone", "on the old phone"];
    expect([await texts(a, id), await texts(b, id)]).toEqual([all, all]);
    expect(await deviceOf(a, id)).not.toBe(await deviceOf(b, id));
    const clientsAfter = [(await a.book.open(id)).doc.clientID, (await b.book.open(id)).doc.clientID];
    expect(clientsAfter).not.toEqual(clientsBefore);
  });

  it("that went back in time sees its own later entries on the server and takes a new id before it writes", async () => {
    const { clock, device } = stage();
    const [phone, backup] = [device("phone"), device("backup")];
    const now = await phone.start();
    const id = await now.book.create("Knee");
    await write(now, id, "before the backup");
    await converge([phone], clock);
    phone.crash();
    await copyDatabase(phone.name, backup.name);
    const later = await phone.start();
    await write(later, id, "after the backup");
    await converge([phone], clock);
    const used = await deviceOf(later, id);
    phone.crash();
    const restored = await backup.start();
    await converge([backup], clock);
    expect(await texts(restored, id)).toEqual(["after the backup", "before the backup"]);
    expect(await deviceOf(restored, id)).not.toBe(used);
  });
});

describe("a phone with cases of its own that dies while it becomes one with another", () => {
  it.each(Array.from({ length: 30 }, (_, writes) => writes))(
    "after %i more writes keeps all its cases",
    async (writes) => {
      const { clock, device } = stage();
      const [ana, tablet] = [device("ana"), device("tablet")];
      const a = await ana.start();
      await a.book.create("Knee");
      const b = await tablet.start();
      const own = await b.book.create("Heart");
      await write(b, own, "Written before they met.");
      const brought = await bring(a, b);
      await settle([ana, tablet]);
      tablet.powerLeft = writes;
      await b.pairing.unite(brought.ok ? brought.log : "").catch((error: unknown) => {
        if (tablet.phone) throw error;
      });
      tablet.crash();
      const again = await tablet.start();
      expect(titles(again)).toContain("Heart");
      expect(await unite(a, again)).toMatchObject({ ok: true });
      await converge([ana, tablet], clock);
      for (const phone of [a, again]) {
        expect(titles(phone)).toEqual(["Heart", "Knee"]);
        expect(await texts(phone, own)).toEqual(["Written before they met."]);
      }
    },
  );
});
