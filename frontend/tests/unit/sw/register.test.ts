import { afterEach, describe, expect, it, vi } from "vitest";
import type { Offline } from "../../../src/sw/offline";
import { keepOffline } from "../../../src/sw/register";
import { FakeContainer, FakeWorker } from "./fakeContainer";

const GUIDE = "/api/v2/content/en";

function page() {
  return { onNewContent: vi.fn(), store: vi.fn(async () => {}), reload: vi.fn() };
}

async function settled(offline: Offline): Promise<string> {
  await vi.waitFor(() => expect(offline.current().state).not.toBe("preparing"));
  return offline.current().state;
}

afterEach(() => {
  vi.useRealTimers();
});

describe("being ready for offline", () => {
  it("is not promised by a browser without service workers", () => {
    expect(keepOffline(undefined, page()).current().state).toBe("unsupported");
  });

  it("is said once the worker is active and lacks nothing", async () => {
    const worker = new FakeWorker([]);
    expect(await settled(keepOffline(new FakeContainer({ active: worker }), page()))).toBe("ready");
    expect(worker.heard).toEqual([]);
  });

  it("is not said while the worker is still installing", async () => {
    const worker = new FakeWorker([], "installing");
    const container = new FakeContainer({ installing: worker });
    const offline = keepOffline(container, page());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(offline.current().state).toBe("preparing");
    worker.become("activated");
    expect(await settled(offline)).toBe("ready");
  });

  it.each([[[GUIDE]], [["/assets/pair-1.js", "/"]]])(
    "comes back by itself when %j is gone and can be had",
    async (gone) => {
      const worker = new FakeWorker(gone);
      worker.obtainable = gone;
      expect(await settled(keepOffline(new FakeContainer({ active: worker }), page()))).toBe("ready");
      expect(worker.heard).toEqual(["fetch-what-is-missing"]);
    },
  );

  it("is denied while something is missing and cannot be had, and said after it has come", async () => {
    const worker = new FakeWorker([GUIDE, "/"]);
    worker.obtainable = [GUIDE];
    const offline = keepOffline(new FakeContainer({ active: worker }), page());
    expect(await settled(offline)).toBe("failed");
    worker.obtainable = ["/"];
    await offline.retry();
    expect(offline.current().state).toBe("ready");
  });

  it("is denied when the first installation fails", async () => {
    const worker = new FakeWorker([], "installing");
    const offline = keepOffline(new FakeContainer({ installing: worker }), page());
    await new Promise((resolve) => setTimeout(resolve, 20));
    worker.become("redundant");
    expect(await settled(offline)).toBe("failed");
  });

  it("is said without a network, when the worker of an earlier visit has everything", async () => {
    const container = new FakeContainer({ active: new FakeWorker([]), unreachable: true });
    expect(await settled(keepOffline(container, page()))).toBe("ready");
  });
});

describe("a new version", () => {
  it("is offered, and takes over only when the person asks", async () => {
    const waiting = new FakeWorker([], "installed");
    const container = new FakeContainer({ active: new FakeWorker([]), waiting });
    const shown = page();
    const offline = keepOffline(container, shown);
    await settled(offline);
    await vi.waitFor(() => expect(offline.current().updateReady).toBe(true));
    expect(waiting.heard).toEqual([]);
    expect(offline.current().isUpdating).toBe(false);
    offline.applyUpdate();
    expect(waiting.heard).toEqual(["apply-update"]);
    expect(offline.current().isUpdating).toBe(true);
    expect(shown.reload).not.toHaveBeenCalled();
    container.takeOver(waiting);
    await vi.waitFor(() => expect(shown.reload).toHaveBeenCalledTimes(1));
  });

  it("opens the page again only when everything that was typed is stored", async () => {
    vi.useFakeTimers();
    const waiting = new FakeWorker([], "installed");
    const container = new FakeContainer({ active: new FakeWorker([]), waiting });
    const shown = page();
    shown.store.mockRejectedValue(new Error("the phone is full"));
    keepOffline(container, shown);
    container.takeOver(waiting);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(shown.store).toHaveBeenCalled();
    expect(shown.reload).not.toHaveBeenCalled();
    shown.store.mockResolvedValue(undefined);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(shown.reload).toHaveBeenCalledTimes(1);
  });

  it("that another tab asked for is followed in this one, once", async () => {
    const waiting = new FakeWorker([], "installed");
    const container = new FakeContainer({ active: new FakeWorker([]), waiting });
    const shown = page();
    const offline = keepOffline(container, shown);
    await settled(offline);
    container.takeOver(waiting);
    offline.applyUpdate();
    await vi.waitFor(() => expect(shown.reload).toHaveBeenCalled());
    expect(shown.reload).toHaveBeenCalledTimes(1);
  });

  it("is not taken for one when the first worker takes over the page", async () => {
    const container = new FakeContainer({});
    const shown = page();
    keepOffline(container, shown);
    container.takeOver(new FakeWorker([]));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(shown.reload).not.toHaveBeenCalled();
    container.takeOver(new FakeWorker([]));
    await vi.waitFor(() => expect(shown.reload).toHaveBeenCalledTimes(1));
  });

  it("of the guidance makes the page load it", async () => {
    const container = new FakeContainer({ active: new FakeWorker([]) });
    const shown = page();
    await settled(keepOffline(container, shown));
    container.dispatchEvent(new MessageEvent("message", { data: { type: "something-else" } }));
    expect(shown.onNewContent).not.toHaveBeenCalled();
    container.dispatchEvent(new MessageEvent("message", { data: { type: "content-is-new" } }));
    expect(shown.onNewContent).toHaveBeenCalledTimes(1);
  });
});
