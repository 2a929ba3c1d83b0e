import { afterEach, describe, expect, it, vi } from "vitest";
import { isRoomForOthers } from "../../../src/storage/roomForOthers";

const saying = (estimate: () => Promise<StorageEstimate>) => vi.stubGlobal("navigator", { storage: { estimate } });

afterEach(() => vi.unstubAllGlobals());

describe("the room for what others wrote", () => {
  it.each([
    [79, true],
    [80, false],
    [120, false],
  ])("with %i of 100 used is there: %s", async (usage, expected) => {
    saying(async () => ({ usage, quota: 100 }));
    expect(await isRoomForOthers()).toBe(expected);
  });

  it("is not limited by a browser that does not say, or cannot", async () => {
    saying(async () => ({}));
    expect(await isRoomForOthers()).toBe(true);
    saying(() => Promise.reject(new TypeError("no")));
    expect(await isRoomForOthers()).toBe(true);
    vi.stubGlobal("navigator", {});
    expect(await isRoomForOthers()).toBe(true);
  });
});
