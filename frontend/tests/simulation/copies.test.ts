// Copies of a case: out of one phone, into another that never saw a server, into a case that went on, with a power cut
// at any write, from a file that somebody made up.
import { describe, expect, it } from "vitest";
import { isCopied } from "../../src/domain/changes/copied";
import { tracesOf } from "../../src/domain/changes/traces";
import { addNote, notes } from "../../src/domain/journal/notes";
import { anaWithKnee, copyOf, none, opened, openOn, rowsOf } from "./copyStage";
import { converge, type SimulatedPhone, settle } from "./devices";
import { refuse } from "./relayAnswers";
import { hashOf } from "./relayLog";
import { startAsCompanion, startJoined, texts, titles, unite, write } from "./stage";

/** Whether each note counts as this phone's own words, by its text. */
async function isOwnByText(phone: SimulatedPhone, id: string): Promise<Record<string, boolean>> {
  const open = await phone.book.open(id);
  return Object.fromEntries(
    notes(open.doc).map(({ id: note, text }) => {
      const traces = tracesOf(open.doc, "notes", note);
      return [text, open.isOwn(traces) && !traces.some((trace) => isCopied(open.doc, trace))];
    }),
  );
}

describe("a copy on a phone that never saw a server", () => {
  it("opens with all words, under keys of its own, and syncs as that phone's case when there is a server", async () => {
    const { clock, device, phone, knee } = await anaWithKnee();
    const file = await copyOf(phone, knee);
    const cem = device("cem");
    cem.online = false;
    const there = await cem.start();
    const id = await opened(there, file);
    expect(id).not.toBe(knee);
    expect(titles(there)).toEqual(["Knee"]);
    expect(await texts(there, id)).toEqual(["stiff", "swollen"]);
    cem.online = true;
    await converge([cem], clock);
    const second = device("second");
    const next = await startJoined(there, second);
    await converge([cem, second], clock);
    expect(await texts(next, id)).toEqual(["stiff", "swollen"]);
  });

  it("opens sealed with its passphrase, and with another one changes nothing", async () => {
    const { device, phone, knee } = await anaWithKnee();
    const file = await copyOf(phone, knee, "green garden gate");
    const there = await device("cem").start();
    const copies = await there.copies();
    const read = await copies.read(file);
    if (read.is !== "sealed") throw new Error("not sealed");
    expect(await read.unseal("green garden", none)).toEqual({ is: "unusable", problem: "wrong_passphrase" });
    expect(there.book.cases()).toEqual([]);
    const unsealed = await read.unseal("green garden gate", none);
    if (unsealed.is !== "open") throw new Error("not opened");
    const done = await copies.open(unsealed.copied, none);
    expect(done).toMatchObject({ ok: true, isNew: true });
    expect(done.ok && (await texts(there, done.id))).toEqual(["stiff", "swollen"]);
  });

  it("has a large case of one long session whole, in pieces that each fit into an envelope", async () => {
    const { device, phone, knee } = await anaWithKnee();
    const { doc, writer, flush } = await phone.book.open(knee);
    for (let n = 0; n < 300; n += 1) {
      addNote(doc, writer, `${n} ${"long ".repeat(1_000)}`);
      if (n % 50 === 0) await flush();
    }
    await flush();
    const there = await device("cem").start();
    const id = await opened(there, await copyOf(phone, knee));
    expect(await rowsOf(there, id)).toBeGreaterThan(3);
    expect(await texts(there, id)).toEqual(await texts(phone, knee));
  });
});

describe("a copy merges, never replaces", () => {
  it("into a case that went on, without writing anything that is known", async () => {
    const { phone, knee } = await anaWithKnee();
    const file = await copyOf(phone, knee);
    await write(phone, knee, "better");
    const rows = await rowsOf(phone, knee);
    expect(await openOn(phone, file)).toEqual({ ok: true, id: knee, isNew: false, hasNews: false });
    expect(await texts(phone, knee)).toEqual(["better", "stiff", "swollen"]);
    expect(await rowsOf(phone, knee)).toBe(rows);
  });

  it("twice as once, also on the phone where it became a new case, and also from that case's own copy", async () => {
    const { device, phone, knee } = await anaWithKnee();
    const file = await copyOf(phone, knee);
    const there = await device("cem").start();
    const id = await opened(there, file);
    const rows = await rowsOf(there, id);
    expect(await openOn(there, file)).toEqual({ ok: true, id, isNew: false, hasNews: false });
    expect(await rowsOf(there, id)).toBe(rows);
    await write(there, id, "written on Cem's phone");
    expect(await openOn(phone, await copyOf(there, id))).toMatchObject({ id: knee, isNew: false, hasNews: true });
    expect(await texts(phone, knee)).toEqual(["stiff", "swollen", "written on Cem's phone"]);
    expect(titles(there)).toEqual(["Knee"]);
  });

  it("brings back words to a phone of the same person that lacks them, and all phones agree afterwards", async () => {
    const { clock, device, ana, phone, knee } = await anaWithKnee();
    const second = device("second");
    const other = await startJoined(phone, second);
    await converge([ana, second], clock);
    ana.online = false;
    await write(phone, knee, "never sent");
    await opened(other, await copyOf(phone, knee));
    ana.online = true;
    await converge([ana, second], clock);
    for (const each of [phone, other]) expect(await texts(each, knee)).toEqual(["never sent", "stiff", "swollen"]);
  });

  it("of another person's case, too, and the owner's phone takes what it brings", async () => {
    const { clock, device, ana, phone, knee } = await anaWithKnee();
    const ben = device("ben");
    const companion = await startAsCompanion(phone, knee, ben);
    await converge([ana, ben], clock);
    ana.online = false;
    await write(phone, knee, "not sent");
    expect(await opened(companion, await copyOf(phone, knee))).toBe(knee);
    ana.online = true;
    await converge([ana, ben], clock);
    for (const each of [phone, companion]) expect(await texts(each, knee)).toEqual(["not sent", "stiff", "swollen"]);
    expect(phone.engine.status.current().notices).toEqual([]);
  });
});

describe("a case and one made from its copy, when their phones are paired", () => {
  async function twoOfOne() {
    const { clock, relay, device, ana, phone, knee } = await anaWithKnee();
    const cem = device("cem");
    const there = await cem.start();
    const copy = await opened(there, await copyOf(phone, knee));
    await write(there, copy, "on Cem's phone");
    await write(phone, knee, "on Ana's phone");
    return { clock, relay, device, ana, phone, knee, cem, there, copy };
  }

  it("become one again with all words when one phone has left the copy's log before the other ever read it", async () => {
    const { clock, ana, phone, knee, cem, there } = await twoOfOne();
    expect(await unite(phone, there)).toMatchObject({ ok: true });
    ana.online = false;
    for (let round = 0; round < 6; round += 1) {
      clock.advance(310_000);
      there.engine.wake();
      await settle([cem]);
    }
    expect(there.book.cases().map(({ id }) => id)).toEqual([knee]);
    ana.online = true;
    await converge([ana, cem], clock);
    const all = ["on Ana's phone", "on Cem's phone", "stiff", "swollen"];
    expect([await texts(phone, knee), await texts(there, knee)]).toEqual([all, all]);
  });

  it("become one again with all words, and what is still written into the other one comes along", async () => {
    const { clock, ana, phone, knee, cem, there, copy } = await twoOfOne();
    const kept = await there.book.open(copy);
    expect(await unite(phone, there)).toMatchObject({ ok: true });
    await converge([ana, cem], clock);
    addNote(kept.doc, kept.writer, "on a screen that was still open");
    await kept.flush();
    for (let round = 0; round < 4; round += 1) {
      clock.advance(310_000);
      await settle([ana, cem]);
    }
    const all = ["on Ana's phone", "on Cem's phone", "on a screen that was still open", "stiff", "swollen"];
    for (const [device, each] of [
      [ana, phone],
      [cem, there],
    ] as const) {
      expect(titles(each)).toEqual(["Knee"]);
      expect(each.book.cases().map(({ id }) => id)).toEqual([knee]);
      expect(await texts(each, knee)).toEqual(all);
      device.crash();
      const again = await device.start();
      expect(await texts(again, knee)).toEqual(all);
      expect(await isOwnByText(again, knee)).toEqual(Object.fromEntries(all.map((text) => [text, true])));
    }
    await converge([ana, cem], clock);
  });

  it("become one only when the case itself has arrived, so that its words stand as this person's and not as the copy's", async () => {
    const { clock, relay, ana, phone, knee, cem, there, copy } = await twoOfOne();
    await converge([ana, cem], clock);
    const [cems] = relay.state.logs.get(copy)?.grants.values() ?? [];
    const pull = relay.pull.bind(relay);
    // Cem's phone gets the copy alone, and Ana's, which could join both as well, does not.
    relay.pull = async (log, token, ...rest) => {
      const isHeld = log === knee || (log === copy && hashOf(token) !== cems?.tokenHash);
      return isHeld ? refuse("busy") : pull(log, token, ...rest);
    };
    expect(await unite(phone, there)).toMatchObject({ ok: true });
    for (let round = 0; round < 4; round += 1) {
      clock.advance(310_000);
      there.engine.wake();
      await settle([ana, cem]);
    }
    expect(there.book.cases()).toHaveLength(2);
    relay.pull = pull;
    await converge([ana, cem], clock);
    const all = ["on Ana's phone", "on Cem's phone", "stiff", "swollen"];
    for (const each of [phone, there]) {
      expect(await texts(each, knee)).toEqual(all);
      expect(await isOwnByText(each, knee)).toEqual(Object.fromEntries(all.map((text) => [text, true])));
    }
  });

  it("stay two where somebody was let into one of them: words must not reach a person unasked", async () => {
    const { clock, device, ana, phone, knee, cem, there, copy } = await twoOfOne();
    const ben = device("ben");
    const companion = await startAsCompanion(phone, knee, ben);
    expect(await unite(phone, there)).toMatchObject({ ok: true });
    await converge([ana, cem, ben], clock);
    expect(titles(phone)).toEqual(["Knee", "Knee"]);
    expect(await texts(companion, knee)).toEqual(["on Ana's phone", "stiff", "swollen"]);
    expect(await opened(phone, await copyOf(phone, copy))).toBe(knee);
    expect(await texts(phone, knee)).toContain("on Cem's phone");
  });
});

describe("who wrote it", () => {
  it("is this phone's person only for what it signed: words from a file are from a copy, on all of their phones", async () => {
    const { clock, device, phone, knee } = await anaWithKnee();
    const file = await copyOf(phone, knee);
    const cem = device("cem");
    const there = await cem.start();
    const id = await opened(there, file);
    await write(there, id, "mine");
    const own = { swollen: false, stiff: false, mine: true };
    expect(await isOwnByText(there, id)).toEqual(own);
    const second = device("second");
    const next = await startJoined(there, second);
    await converge([cem, second], clock);
    expect(await isOwnByText(next, id)).toEqual(own);
    cem.crash();
    expect(await isOwnByText(await cem.start(), id)).toEqual(own);
  });

  it("stays this person for what their own phone signed before, whatever file brings it again", async () => {
    const { clock, device, ana, phone, knee } = await anaWithKnee();
    const second = device("second");
    const other = await startJoined(phone, second);
    await converge([ana, second], clock);
    await opened(phone, await copyOf(phone, knee));
    await opened(other, await copyOf(phone, knee));
    await converge([ana, second], clock);
    for (const each of [phone, other]) expect(await isOwnByText(each, knee)).toEqual({ swollen: true, stiff: true });
  });
});
