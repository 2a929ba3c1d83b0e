// A server that lists phones which nobody let in: the keyring takes no more of them than there can be, and the app
// keeps working.
import { expect, it } from "vitest";
import type { Grant } from "../../src/protocol/api";
import { anaAndBen } from "./companionStage";
import { converge, settle } from "./devices";
import { invitationFrom, noticesOf, texts, write } from "./stage";

const MOST = 128;

function strangers(count: number, from = 0): Grant[] {
  const device = (at: number) => (from + at + 1).toString(16).padStart(64, "0");
  return Array.from({ length: count }, (_, at) => ({ device: device(at), role: "editor", tokenHash: device(at) }));
}

/** What the server lists from now on, at every call. */
async function listing(next: (real: Grant[]) => Grant[] | null) {
  const stage = await anaAndBen();
  const { relay, ana, a, id } = stage;
  const real = relay.grants.bind(relay);
  relay.grants = async (log, token) => {
    const answer = await real(log, token);
    const listed = answer.ok && log === id ? next(answer.value) : null;
    if (answer.ok && log === id && !listed) return { ok: false, code: "too_many", retryAfter: null, details: {} };
    return listed ? { ok: true, value: listed } : answer;
  };
  const stop = () => {
    relay.grants = real;
  };
  // While a code is open, the phone calls the server at the end of every exchange.
  await invitationFrom(a, id);
  const look = async () => {
    a.engine.wake();
    await settle([ana]);
  };
  return { ...stage, look, stop };
}

it.each([20_000, 200_000])("%d at once: few are entered, and that is said", async (count) => {
  const all = strangers(count);
  const { clock, ana, ben, a, b, id, look, stop } = await listing((real) => [...real, ...all]);
  await look();
  expect(a.companions.guests(id)).toHaveLength(MOST);
  expect(noticesOf(a)).toContain("too_many_devices");
  stop();
  await write(b, id, "Ben is still in");
  await converge([ana, ben], clock);
  expect(await texts(a, id)).toEqual(["Ben is still in", "before Ben"]);
});

it("others every time: no more are entered, however often it is asked", async () => {
  let asked = 0;
  const { a, id, look } = await listing((real) => {
    asked += 1;
    return [...real, ...strangers(60, asked * 1_000)];
  });
  for (let times = 0; times < 20; times += 1) await look();
  expect(asked).toBeGreaterThan(10);
  expect(a.companions.guests(id)).toHaveLength(MOST);
});

it("more than an answer may hold: none is entered, and that is said once", async () => {
  const { a, id, look } = await listing(() => null);
  const before = a.companions.guests(id);
  for (let times = 0; times < 3; times += 1) await look();
  expect(a.companions.guests(id)).toEqual(before);
  const said = a.engine.status.current().notices.filter(({ code }) => code === "too_many_devices");
  expect(said).toMatchObject([{ count: 1 }]);
});
