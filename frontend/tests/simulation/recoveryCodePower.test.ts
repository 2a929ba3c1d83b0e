// The power fails at any write while a recovery code is made, replaced or used: some code always works.
import { describe, expect, it } from "vitest";
import { converge, type SimulatedDevice, settle } from "./devices";
import { anaWithTwoCases } from "./lossStage";
import { codeOf, makeCode, recover } from "./recoveryStage";
import { texts, titles } from "./stage";

describe("the power fails at any write", () => {
  const world = async () => {
    const { clock, relay, device, ana, phone, knee } = await anaWithTwoCases();
    await converge([ana], clock);
    return { clock, relay, device, ana, phone, knee };
  };

  async function cut(device: SimulatedDevice, at: number, work: () => Promise<unknown>): Promise<void> {
    device.powerLeft = at;
    await work().catch((error: unknown) => {
      // Whatever the power loss was called on the way.
      if (device.phone !== null) throw error;
    });
    await settle([device]);
    device.crash();
  }

  it("while a code is made: there is none, or one that works", { timeout: 120_000 }, async () => {
    for (let at = 0; at < 40; at += 4) {
      const { clock, device, ana, phone } = await world();
      await cut(ana, at, () => makeCode(phone));
      const again = await ana.start();
      await converge([ana], clock);
      const shown = await (await again.recoveryCodes()).shown();
      if (shown) expect([at, (await recover(device("new"), shown.text)).said]).toEqual([at, "joined"]);
    }
  });

  it("while a code is replaced: one works, and in the end only one", { timeout: 120_000 }, async () => {
    for (let at = 0; at < 60; at += 5) {
      const { clock, relay, device, ana, phone } = await world();
      const old = await makeCode(phone);
      await converge([ana], clock);
      await cut(ana, at, () => makeCode(phone));
      const again = await ana.start();
      await converge([ana], clock);
      const code = await codeOf(again);
      expect([at, relay.state.slots.size]).toEqual([at, 1]);
      expect([at, (await recover(device("new"), code)).said]).toEqual([at, "joined"]);
      if (code !== old) expect((await recover(device("finder"), old)).said).toBe("code_unknown");
    }
  });

  it("while the cases come back: the same code brings all of them", { timeout: 120_000 }, async () => {
    for (let at = 0; at < 90; at += 7) {
      const { clock, device, ana, phone, knee } = await world();
      const code = await makeCode(phone);
      await converge([ana], clock);
      ana.crash();
      const fresh = device("new");
      await fresh.start();
      await cut(fresh, at, () => recover(fresh, code));
      await fresh.start();
      const { phone: n, said } = await recover(fresh, code);
      expect([at, said]).toEqual([at, expect.stringMatching(/^(joined|shared)$/)]);
      await converge([fresh], clock);
      expect([at, titles(n), await texts(n, knee)]).toEqual([at, ["Heart", "Knee"], ["swollen"]]);
    }
  });
});
