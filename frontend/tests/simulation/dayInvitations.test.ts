// An invitation that works for a day, to be sent to somebody: it outlives the app that made it, can be taken back until
// it is used, and whoever joins late is known. One that is shown in person still works for a quarter of an hour.
import { describe, expect, it, vi } from "vitest";
import { setOwnerName } from "../../src/domain/case/people";
import { converge, type SimulatedPhone as Phone, settle } from "./devices";
import { stage } from "./stage";

const HOUR = 3_600_000;

async function invitationIsOut(isForADay: boolean) {
  const { clock, relay, device } = stage();
  const ana = device("ana");
  const a = await ana.start();
  const id = await a.book.create("Knee");
  const opened = await a.book.open(id);
  setOwnerName(opened.doc, opened.writer, "Ana");
  await opened.flush();
  const offered = await a.companions.inviting(opened).offer(isForADay);
  if (!offered.ok) throw new Error(offered.problem);
  await converge([ana], clock);
  const ben = device("ben");
  const b = await ben.start();
  return { clock, relay, ana, a, b, ben, id, code: offered.offer.code };
}

async function states(phone: Phone): Promise<string[]> {
  return (await phone.withdrawals.all()).map(({ state }) => state);
}

/** Open and cancelled codes are looked at after a round, and no round waits for that. */
function afterTheRound(seen: () => unknown): Promise<unknown> {
  return vi.waitFor(seen, { timeout: 60_000 });
}

describe("an invitation for a day", () => {
  it("D3: lets somebody in after ten hours, and the owner's app, started again meanwhile, knows who came", async () => {
    const { clock, ana, b, ben, id, code } = await invitationIsOut(true);
    ana.crash();
    const again = await ana.start();
    clock.advance(10 * HOUR);
    expect(await states(again)).toEqual(["open"]);
    expect(again.companions.guests(id)).toEqual([]);
    expect(await b.companions.enter(code, "Ben")).toMatchObject({ ok: true });
    clock.advance(31_000);
    await settle([ana, ben]);
    await afterTheRound(() => expect(again.companions.guests(id)).toHaveLength(1));
    await afterTheRound(async () => expect(await states(again)).toEqual([]));
  });

  it("D3: that somebody has only looked at stays open, and whoever then says yes is known", async () => {
    const { clock, ana, a, b, ben, id, code } = await invitationIsOut(true);
    expect(await b.companions.preview(code)).toMatchObject({ ok: true });
    for (let polls = 0; polls < 3; polls += 1) {
      clock.advance(31_000);
      await settle([ana]);
    }
    expect(await states(a)).toEqual(["open"]);
    expect(await b.companions.enter(code, "Ben")).toMatchObject({ ok: true });
    clock.advance(31_000);
    await settle([ana, ben]);
    await afterTheRound(() => expect(a.companions.guests(id)).toHaveLength(1));
    await afterTheRound(async () => expect(await states(a)).toEqual([]));
  });

  it("D3: shown in person works for a quarter of an hour, and leaves nothing to take back", async () => {
    const { clock, a, b, code } = await invitationIsOut(false);
    expect(await states(a)).toEqual([]);
    clock.advance(HOUR);
    expect(await b.companions.preview(code)).toEqual({ ok: false, problem: "invite_expired" });
  });

  it("D3: works for nobody after the day, and is no longer listed", async () => {
    const { clock, a, b, code } = await invitationIsOut(true);
    expect(await states(a)).toEqual(["open"]);
    clock.advance(25 * HOUR);
    expect(await b.companions.preview(code)).toEqual({ ok: false, problem: "invite_expired" });
    expect(await states(a)).toEqual([]);
  });

  it("D3: is taken back by an app that was started again, without a signal too", async () => {
    const { clock, relay, ana, b, code } = await invitationIsOut(true);
    ana.crash();
    const again = await ana.start();
    ana.online = false;
    const [open] = await again.withdrawals.all();
    expect(open?.state).toBe("open");
    await again.withdrawals.takeBack(open?.invite ?? "");
    expect(await states(again)).toEqual(["waiting"]);
    expect(relay.state.invites.size).toBe(1);
    ana.online = true;
    clock.advance(31_000);
    await settle([ana]);
    await afterTheRound(async () => expect(await states(again)).toEqual(["cancelled"]));
    expect(await b.companions.preview(code)).toEqual({ ok: false, problem: "not_found" });
  });

  it("D3: taken back too late is said to be used", async () => {
    const { a, b, code } = await invitationIsOut(true);
    const [open] = await a.withdrawals.all();
    expect(await b.companions.enter(code, "Ben")).toMatchObject({ ok: true });
    await a.withdrawals.takeBack(open?.invite ?? "");
    expect(await states(a)).toEqual(["used"]);
  });
});
