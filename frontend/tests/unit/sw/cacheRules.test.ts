import { describe, expect, it } from "vitest";
import { CONTENT_URL, isContent, notScreens } from "../../../src/sw/cacheRules";

const at = (path: string) => new URL(path, "http://127.0.0.1:8000");
const isScreen = (path: string) => !notScreens.some((pattern) => pattern.test(path));

describe("what the service worker may keep", () => {
  it("is the guidance and nothing else of the API", () => {
    expect(isContent(at(CONTENT_URL))).toBe(true);
    expect(isContent(at("/api/v1/logs/00/entries"))).toBe(false);
    expect(isContent(at("/api/v1/invites/00/claim"))).toBe(false);
    expect(isContent(at("/api/v1/openapi.json"))).toBe(false);
  });

  it("answers every screen with the app, by its own address", () => {
    const screens = ["/", "/journal/note/0b6e", "/guide/card/W1", "/help", "/pair", "/nowhere"];
    expect(screens.filter((path) => !isScreen(path))).toEqual([]);
  });

  it("leaves the API and files to the server", () => {
    const others = ["/api/v2/content/en", "/healthz", "/plain", "/assets/a.js", "/sw.js", "/manifest.json"];
    expect(others.filter(isScreen)).toEqual([]);
  });
});
