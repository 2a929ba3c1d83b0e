import { describe, expect, it } from "vitest";
import { sourcesOf } from "../../../src/content/ruleSources";
import { country, fact } from "./country";

describe("the sources of some facts", () => {
  const source = (key: string) => ({ key, text: key, url: null, second_hand: false, checked_on: "2026-11-25" });

  it("R2: are those they rest on, each once, and none of the emergency numbers", () => {
    const us = country("US", { sources: [source("ethics"), source("law"), source("numbers")] });
    const facts = [fact("Ask.", { sources: ["law", "ethics"] }), null, fact("Fee.", { sources: ["law"] })];
    expect(sourcesOf(us, facts).map(({ key }) => key)).toEqual(["ethics", "law"]);
    expect(sourcesOf(us, [null])).toEqual([]);
  });
});
