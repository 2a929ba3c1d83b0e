import { describe, expect, it } from "vitest";
import { tabOf } from "../../../src/ui/start/components/nav";
import { isElsewhere, match } from "../../../src/ui/start/router";
import { find } from "../../../src/ui/start/routes";

describe("an address", () => {
  it("matches a pattern without places", () => {
    expect(match("/guide/card", "/guide/card")).toEqual({});
  });

  it("gives what stands at the places of the pattern", () => {
    expect(match("/guide/card/:id", "/guide/card/W1")).toEqual({ id: "W1" });
  });

  it("matches with a slash at its end", () => {
    expect(match("/guide", "/guide/")).toEqual({});
    expect(match("/", "/")).toEqual({});
  });

  it("does not match when it is longer, shorter or has an empty place", () => {
    expect(match("/guide", "/guide/card")).toBeNull();
    expect(match("/guide/card/:id", "/guide/card")).toBeNull();
    expect(match("/guide/card/:id", "/guide/card//")).toBeNull();
  });

  it("decodes a place, and leaves it alone when it is not well encoded", () => {
    expect(match("/guide/card/:id", "/guide/card/a%20b")).toEqual({ id: "a b" });
    expect(match("/guide/card/:id", "/guide/card/%E0%A4%A")).toEqual({ id: "%E0%A4%A" });
  });

  it("belongs to one of the four places, or to none", () => {
    expect(["/", "/papers", "/case/questions"].map(tabOf)).toEqual(["today", "papers", "papers"]);
    expect(["/journal/note/new", "/guide/card/W1"].map(tabOf)).toEqual(["notes", "guide"]);
    expect(["/cases", "/more/about", "/pair", "/help"].map(tabOf)).toEqual([null, null, null, null]);
  });

  it("lets the arrow go back to where the person came from, but never round in a circle", () => {
    expect(isElsewhere("/case/visits/a/before", "/case/show")).toBe(true);
    expect(isElsewhere("/case/reasons", "/guide/card/W1")).toBe(true);
    expect(isElsewhere("/guide/card/W2", "/guide/card/W1")).toBe(false);
    expect(isElsewhere("/case/questions/a", "/case/questions")).toBe(false);
    expect(isElsewhere("/case/questions", "/case/questions")).toBe(false);
  });

  it("has a screen of its own behind every address of guide, help, More and pairing", async () => {
    const addresses = [
      "/guide",
      "/guide/section/when",
      "/guide/card/W1",
      "/search",
      "/help",
      "/more",
      "/pair",
      "/papers",
    ];
    const more = ["phones", "country", "display", "storage", "about"].map((name) => `/more/${name}`);
    const screens = await Promise.all(
      [...addresses, ...more, "/nowhere/at/all"].map((address) => find(address).load()),
    );
    expect(new Set(screens).size).toBe(screens.length);
  });
});
