import { describe, expect, it } from "vitest";
import { rememberTeam, teamMemory } from "../../../../src/ui/screens/help/teamMemory";
import { rememberedSettings } from "../../../../src/ui/start/settings";

function phone() {
  const kept = new Map<string, string>();
  return () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
}

describe("my team's number", () => {
  it("is none until it is typed", () => {
    expect(teamMemory(rememberedSettings(phone())).typed.value).toBe("");
  });

  it("is there again when the app is opened again, letter for letter", () => {
    const store = phone();
    rememberTeam(rememberedSettings(store), " +44 (0)20 7946 0018 ext 12 ");
    const again = teamMemory(rememberedSettings(store));
    expect(again.typed.value).toBe(" +44 (0)20 7946 0018 ext 12 ");
    expect(again.isForgotten.value).toBe(false);
  });

  it("can be taken away", () => {
    const store = phone();
    const settings = rememberedSettings(store);
    rememberTeam(settings, "020 7946 0018");
    rememberTeam(settings, "");
    expect(teamMemory(rememberedSettings(store)).typed.value).toBe("");
  });

  it("stands until the page is closed on a phone that refuses to remember, and says that it is not kept", () => {
    const refuse = () => {
      throw new Error("refused");
    };
    const settings = rememberedSettings(refuse);
    rememberTeam(settings, "020 7946 0018");
    expect(teamMemory(settings).typed.value).toBe("020 7946 0018");
    expect(teamMemory(settings).isForgotten.value).toBe(true);
  });
});
