// What comes from disk and network has its shape, or counts as nothing.
import { array, object } from "valibot";
import { describe, expect, it } from "vitest";
import { base64, count, decoded, hex } from "../../../src/protocol/shapes";

describe("what is decoded", () => {
  it("is what the shape names, and no more", () => {
    const entry = object({ seq: count, envelope: base64 });
    expect(decoded(entry, { seq: 7, envelope: "AQI=", more: true })).toEqual({ seq: 7, envelope: Uint8Array.of(1, 2) });
  });

  it.each([
    ["hex of another length", hex(2), "abc"],
    ["hex in capitals", hex(2), "ABCD"],
    ["hex with a line after it", hex(2), "abcd\n"],
    ["hex that is a number", hex(2), 1234],
    ["a count below nothing", count, -1],
    ["a count with a fraction", count, 0.5],
    ["a count that was rounded", count, 2 ** 53],
    ["a count in words", count, "1"],
    ["base64 with a foreign letter", base64, "AQ*="],
    ["bytes that are a list", base64, [1, 2]],
    ["a list with one that is none", array(count), [1, null]],
    ["nothing", object({}), undefined],
  ])("is null for %s", (_what, shape, value) => {
    expect(decoded<unknown>(shape, value)).toBeNull();
  });
});
