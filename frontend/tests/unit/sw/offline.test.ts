import { describe, expect, it, vi } from "vitest";
import { type Offline, offlineOnceLoaded } from "../../../src/sw/offline";

function keeper(state: "ready" | "failed"): Offline {
  return {
    current: () => ({ state, updateReady: true, isUpdating: false }),
    subscribe: () => () => {},
    applyUpdate: vi.fn(),
    retry: vi.fn(async () => {}),
  };
}

describe("being ready for offline, before what does it is loaded", () => {
  it("is being prepared, then says what the keeper says", async () => {
    const loaded = keeper("ready");
    const offline = offlineOnceLoaded(async () => loaded);
    const told = vi.fn();
    offline.subscribe(told);
    expect(offline.current().state).toBe("preparing");
    await vi.waitFor(() => expect(told).toHaveBeenCalled());
    expect(offline.current()).toEqual(loaded.current());
    offline.applyUpdate();
    expect(loaded.applyUpdate).toHaveBeenCalledTimes(1);
  });

  it("is denied when it cannot be loaded, and tried again when asked", async () => {
    const load = vi.fn<() => Promise<Offline>>().mockRejectedValueOnce(new TypeError("a portal answered"));
    load.mockResolvedValue(keeper("ready"));
    const offline = offlineOnceLoaded(load);
    await vi.waitFor(() => expect(offline.current().state).toBe("failed"));
    await offline.retry();
    expect(offline.current().state).toBe("ready");
  });
});
