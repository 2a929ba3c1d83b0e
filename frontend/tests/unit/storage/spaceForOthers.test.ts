import { afterEach, describe, expect, it, vi } from "vitest";
import { hasSpaceForOthers } from "../../../src/storage/spaceForOthers";

const saying = (estimate: () => Promise<StorageEstimate>) => vi.stubGlobal("navigator", { storage: { estimate } });

afterEach(() => vi.unstubAllGlobals());

describe("the room for what others wrote", () => {
  it.each([
    [79, true],
    [80, false],
    [120, false],
  ])("with %i of 100 used is there: %s", async (usage, expected) => {
    saying(async () => ({ usage, quota: 100 }));
    expect(await hasSpaceForOthers()).toBe(expected);
  });

  it("is not limited by a browser that does not say, or cannot", async () => {
    saying(async () => ({}));
    expect(await hasSpaceForOthers()).toBe(true);
    saying(() => Promise.reject(new TypeError("no")));
    expect(await hasSpaceForOthers()).toBe(true);
    vi.stubGlobal("navigator", {});
    expect(await hasSpaceForOthers()).toBe(true);
  });
});
