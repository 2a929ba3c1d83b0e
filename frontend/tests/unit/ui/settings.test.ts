import { describe, expect, it } from "vitest";
import { rememberedSettings, showSettings } from "../../../src/ui/start/settings";

function store(): {
  kept: Map<string, string>;
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
} {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

describe("the settings", () => {
  it("begin with no country: it is never guessed", () => {
    expect(rememberedSettings(() => store()).country.value).toBe("");
  });

  it("are remembered on this phone", () => {
    const phone = store();
    const before = rememberedSettings(() => phone);
    before.country.value = "GB";
    before.theme.value = "dark";
    before.largeText.value = true;
    const after = rememberedSettings(() => phone);
    expect([after.country.value, after.theme.value, after.largeText.value]).toEqual(["GB", "dark", true]);
  });

  it("ignore a theme that does not exist", () => {
    const phone = store();
    phone.setItem("second-look:theme", "pink");
    expect(rememberedSettings(() => phone).theme.value).toBe("system");
  });

  it("work in a browser that refuses to remember", () => {
    const refuse = () => {
      throw new Error("refused");
    };
    for (const blocked of [() => ({ getItem: refuse, setItem: refuse }), refuse]) {
      const settings = rememberedSettings(blocked);
      settings.country.value = "US";
      expect(settings.country.value).toBe("US");
    }
  });

  it("put the theme on the page, and nothing at all for the phone's own", () => {
    const settings = rememberedSettings(() => store());
    const dataset: Record<string, string> = {};
    showSettings(settings, { dataset });
    expect(dataset).toEqual({});
    settings.theme.value = "contrast";
    settings.largeText.value = true;
    expect(dataset).toEqual({ theme: "contrast", text: "large" });
    settings.theme.value = "system";
    settings.largeText.value = false;
    expect(dataset).toEqual({});
  });
});
