// A phone that is taken out of the person's list: the server no longer lets it in anywhere, at once or at the first
// signal, and nothing is called done that the server did not do.
import { describe, expect, it } from "vitest";
import { converge, settle } from "./devices";
import { bring, stage, startJoined, texts, write } from "./stage";

async function anaAndTablet() {
  const { clock, relay, device } = stage();
  const [ana, tablet, spare] = [device("ana"), device("tablet"), device("spare")];
  const a = await ana.start();
  const id = await a.book.create("Knee");
  await write(a, id, "before");
  const t = await startJoined(a, tablet);
  const s = await startJoined(a, spare);
  await converge([ana, tablet, spare], clock);
  const rest = async () => {
    for (let round = 0; round < 4; round += 1) {
      clock.advance(31_000);
      for (const { phone } of [ana, tablet, spare]) phone?.engine.wake();
      await settle([ana, tablet, spare]);
    }
  };
  const states = () => {
    const all = a.ownPhones.all().map(({ name, state }) => `${name.value.split("-")[0]} ${state}`);
    return all.sort();
  };
  const grants = () => relay.state.logs.get(id)?.grants.size;
  return { clock, relay, ana, tablet, spare, a, t, s, id, rest, states, grants, out: t.book.thisPhone() ?? "" };
}

describe("a phone that is taken out", () => {
  it("gets nothing new and sends nothing; the others go on", async () => {
    const { a, t, s, id, rest, states, grants, out } = await anaAndTablet();
    expect(grants()).toBe(3);
    await a.ownPhones.takeOut(out);
    await rest();
    expect(states()).toEqual(["ana in", "spare in", "tablet out"]);
    await write(a, id, "after");
    await write(t, id, "from the tablet");
    await write(s, id, "from the spare one");
    await rest();
    expect(await texts(a, id)).toEqual(["after", "before", "from the spare one"]);
    expect(await texts(s, id)).toEqual(["after", "before", "from the spare one"]);
    expect(await texts(t, id)).toEqual(["before", "from the tablet"]);
    expect(grants()).toBe(2);
    expect(a.book.isMe(out)).toBe(true);
  });

  it("is not said to be out without a signal, and is at the first one, also after a restart", async () => {
    const { ana, a, rest, out, grants } = await anaAndTablet();
    ana.online = false;
    await a.ownPhones.takeOut(out);
    await rest();
    expect(grants()).toBe(3);
    ana.crash();
    const again = await ana.start();
    expect(again.ownPhones.all().find(({ id }) => id === out)?.state).toBe("leaving");
    ana.online = true;
    await rest();
    expect(again.ownPhones.all().find(({ id }) => id === out)?.state).toBe("out");
    expect(grants()).toBe(2);
  });

  it("is not said to be out by a server that says yes and lets it in all the same", async () => {
    const { ana, tablet, spare, a, rest, states, grants, out } = await anaAndTablet();
    // A tampered app would not leave by itself either.
    for (const other of [tablet, spare]) other.crash();
    ana.liesAbout = ["revoke"];
    await a.ownPhones.takeOut(out);
    await rest();
    expect(grants()).toBe(3);
    expect(states()).toContain("tablet leaving");
    ana.liesAbout = [];
    await rest();
    expect(states()).toContain("tablet out");
  });

  it("that was switched off meanwhile learns of it before it asks for anything, and lets itself in nowhere", async () => {
    const { tablet, a, t, id, rest, states, grants, out } = await anaAndTablet();
    tablet.online = false;
    await write(t, id, "from the tablet");
    await a.ownPhones.takeOut(out);
    await write(a, id, "after");
    await rest();
    expect(states()).toContain("tablet out");
    tablet.online = true;
    await rest();
    expect(await texts(t, id)).toEqual(["before", "from the tablet"]);
    expect(await texts(a, id)).toEqual(["after", "before"]);
    expect(grants()).toBe(2);
  });

  it("comes back when a person at another phone gives it the cases again", async () => {
    const { a, t, id, rest, states, out } = await anaAndTablet();
    await a.ownPhones.takeOut(out);
    await rest();
    await write(a, id, "meanwhile");
    expect(await bring(a, t)).toMatchObject({ ok: true, state: "shared" });
    await rest();
    expect(states()).toEqual(["ana in", "spare in", "tablet in"]);
    expect(await texts(t, id)).toEqual(["before", "meanwhile"]);
  });

  it("and each other one has the name that the person gave it", async () => {
    const { a, t, rest, out } = await anaAndTablet();
    await a.ownPhones.rename(out, "Kitchen tablet");
    await rest();
    expect(t.book.phones().map(({ name }) => name.value)).toContain("Kitchen tablet");
  });
});
