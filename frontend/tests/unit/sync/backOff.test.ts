import { expect, it } from "vitest";
import { createBackOff } from "../../../src/sync/backOff";

it("doubles from one second to five minutes, with full jitter", () => {
  const latest = createBackOff(() => 0.999999);
  const waits = Array.from({ length: 12 }, () => Math.round(latest.next(null) / 1000));
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  expect(createBackOff(() => 0).next(null)).toBe(0);
});

it("waits as long as the server asked, but never longer than an hour", () => {
  expect(createBackOff(() => 0.5).next(120)).toBe(120_000);
  expect(createBackOff(() => 0.5).next(90 * 86_400)).toBe(3_600_000);
});
