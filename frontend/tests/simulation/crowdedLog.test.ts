// A companion who writes until the case's log on the server is full: the owner's own words still fit.
import { expect, it } from "vitest";
import { anaAndBen } from "./companionStage";
import { converge, settle } from "./devices";
import { startJoined, texts, write } from "./stage";

it("stops at four fifths of it, and what the owner writes goes on to the owner's other phone", async () => {
  const { clock, relay, device, ana, ben, a, b, id } = await anaAndBen();
  const tablet = device("tablet");
  const t = await startJoined(a, tablet);
  await converge([ana, ben, tablet], clock);
  relay.quota = 100;
  for (let at = 0; at < 120; at += 4) {
    await write(b, id, ...[0, 1, 2, 3].map((more) => `Ben fills it: ${at + more}`));
    b.engine.wake();
    await settle([ben]);
  }
  expect(relay.state.logs.get(id)?.entries.length).toBeLessThanOrEqual(80);
  expect(b.engine.status.current()).toMatchObject({ problem: "log_full", phase: "backing-off" });
  await write(a, id, "from Ana");
  await write(t, id, "from her tablet");
  for (let rounds = 0; rounds < 3; rounds += 1) {
    for (const phone of [a, t]) phone.engine.wake();
    await settle([ana, tablet]);
  }
  for (const phone of [a, t]) {
    expect(await texts(phone, id)).toEqual(expect.arrayContaining(["from Ana", "from her tablet"]));
    expect(phone.engine.status.current()).toMatchObject({ problem: null, waiting: 0 });
  }
  // Nothing of Ben's is lost: it waits on his phone until there is space.
  relay.quota = Number.POSITIVE_INFINITY;
  clock.advance(120_000);
  await converge([ana, ben, tablet], clock);
  expect((await texts(a, id)).filter((text) => text.startsWith("Ben fills it"))).toHaveLength(120);
});
