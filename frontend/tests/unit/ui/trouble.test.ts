import { describe, expect, it } from "vitest";
import { KeysLost } from "../../../src/cases/keys/keysLost";
import { type Browser, reasonOf } from "../../../src/ui/screens/trouble/reason";

const well: Browser = { isSecureContext: true, localStorage: {}, indexedDB: {} };
const named = (name: string) => new DOMException("no", name);

describe("the reason why nothing opens", () => {
  it("is what was thrown, when the browser itself is well", () => {
    const reasons = [
      named("QuotaExceededError"),
      named("VersionError"),
      named("SecurityError"),
      named("UnknownError"),
      new KeysLost("gone"),
      new TypeError("Failed to fetch dynamically imported module: /assets/a.js"),
      new TypeError("Importing a module script failed."),
      new TypeError("found.keys is not a function"),
      new RangeError("Maximum call stack size exceeded"),
      "a string",
    ].map((cause) => reasonOf(cause, () => well));
    expect(reasons).toEqual(["full", "newer", "blocked", "other", "keys", "part", "part", "fault", "fault", "other"]);
  });

  it("is the browser, when it blocks the site, in whichever way it does", () => {
    const throwing = {
      ...well,
      get localStorage(): unknown {
        throw named("SecurityError");
      },
    };
    for (const browser of [throwing, { ...well, localStorage: null }, { ...well, indexedDB: undefined }]) {
      expect(reasonOf(named("UnknownError"), () => browser)).toBe("blocked");
    }
    expect(reasonOf(named("UnknownError"), () => ({ ...well, isSecureContext: false }))).toBe("insecure");
  });
});
