import { describe, expect, it, vi } from "vitest";
import { keepOffline, type Offline } from "../../../src/sw/register";
import { FakeContainer, FakeWorker } from "./fakeContainer";

async function settled(offline: Offline): Promise<string> {
  await vi.waitFor(() => expect(offline.current().state).not.toBe("preparing"));
  return offline.current().state;
}

describe("being ready for offline", () => {
  it("is not promised by a browser without service workers", () => {
    expect(keepOffline(undefined, vi.fn()).current().state).toBe("unsupported");
  });

  it("is said once the worker is active and lacks nothing", async () => {
    const container = new FakeContainer({ active: new FakeWorker([]) });
    expect(await settled(keepOffline(container, vi.fn()))).toBe("ready");
  });

  it("is not said while the worker is still installing", async () => {
    const worker = new FakeWorker([], "installing");
    const container = new FakeContainer({ installing: worker });
    const offline = keepOffline(container, vi.fn());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(offline.current().state).toBe("preparing");
    worker.become("activated");
    expect(await settled(offline)).toBe("ready");
  });

  it("is denied when a file or the guidance is missing, and said after it has come", async () => {
    const worker = new FakeWorker(["/api/v2/content/en"]);
    const offline = keepOffline(new FakeContainer({ active: worker }), vi.fn());
    expect(await settled(offline)).toBe("failed");
    worker.lacking = [];
    await offline.retry();
    expect(offline.current().state).toBe("ready");
  });

  it("is denied when the first installation fails", async () => {
    const worker = new FakeWorker([], "installing");
    const offline = keepOffline(new FakeContainer({ installing: worker }), vi.fn());
    await new Promise((resolve) => setTimeout(resolve, 20));
    worker.become("redundant");
    expect(await settled(offline)).toBe("failed");
  });

  it("is said without a network, when the worker of an earlier visit has everything", async () => {
    const container = new FakeContainer({ active: new FakeWorker([]), unreachable: true });
    expect(await settled(keepOffline(container, vi.fn()))).toBe("ready");
  });
});

describe("a new version", () => {
  it("is offered, and takes over only when the person asks", async () => {
    const waiting = new FakeWorker([], "installed");
    const offline = keepOffline(new FakeContainer({ active: new FakeWorker([]), waiting }), vi.fn());
    await settled(offline);
    await vi.waitFor(() => expect(offline.current().updateReady).toBe(true));
    expect(waiting.heard).toEqual([]);
    offline.applyUpdate();
    expect(waiting.heard).toEqual(["apply-update"]);
  });

  it("of the guidance makes the page load it", async () => {
    const container = new FakeContainer({ active: new FakeWorker([]) });
    const load = vi.fn();
    await settled(keepOffline(container, load));
    container.dispatchEvent(new MessageEvent("message", { data: { type: "something-else" } }));
    expect(load).not.toHaveBeenCalled();
    container.dispatchEvent(new MessageEvent("message", { data: { type: "content-is-new" } }));
    expect(load).toHaveBeenCalledTimes(1);
  });
});
