import { describe, expect, it } from "vitest";
import { CONTENT_URL, fileFor, isContent } from "../../../src/sw/cacheRules";

const at = (path: string) => new URL(path, "http://127.0.0.1:8000");
const files = ["/", "/assets/a.js", "/manifest.json"].map((url) => ({ url, revision: null, integrity: "" }));
const opened = (path: string) => fileFor(at(path), "navigate", files)?.url;
const requested = (path: string) => fileFor(at(path), "cors", files)?.url;

describe("what the service worker may keep", () => {
  it("is the guidance and nothing else of the API", () => {
    expect(isContent(at(CONTENT_URL))).toBe(true);
    expect(isContent(at("/api/v1/logs/00/entries"))).toBe(false);
    expect(isContent(at("/api/v1/invites/00/claim"))).toBe(false);
    expect(isContent(at("/api/v1/openapi.json"))).toBe(false);
  });

  it("answers every screen with the app, by its own address", () => {
    const screens = ["/", "/journal/note/0b6e", "/guide/card/W1", "/help", "/pair", "/nowhere", "/search?q=dr.osei"];
    expect(screens.filter((path) => opened(path) !== "/")).toEqual([]);
  });

  it("leaves the API and what is not kept to the server", () => {
    const others = ["/api/v2/content/en", "/healthz", "/plain", "/assets/b.js", "/assets/a.js?fresh", "/sw.js"];
    expect(others.filter((path) => opened(path) !== undefined)).toEqual([]);
    expect(others.filter((path) => requested(path) !== undefined)).toEqual([]);
    expect(requested("/help")).toBeUndefined();
  });

  it("answers a kept file with itself", () => {
    const kept = ["/", "/assets/a.js", "/manifest.json"];
    expect(kept.map(requested)).toEqual(kept);
    expect(opened("/assets/a.js")).toBe("/assets/a.js");
  });
});
