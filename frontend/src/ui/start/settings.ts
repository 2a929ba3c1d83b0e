// What this phone remembers about how the app looks and where the person is: country, theme, text size, current case.
// Never anything typed, because localStorage is not sealed; the one exception is in screens/help/teamMemory. If a
// browser refuses storage or has none, nothing is remembered, and that is all.
import { effect, type Signal, signal } from "@preact/signals";

export const themes = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];

export type Settings = {
  /** Code of a country in the guidance, "" until the person has chosen. Never guessed from language or address. */
  country: Signal<string>;
  theme: Signal<Theme>;
  largeText: Signal<boolean>;
  /** Id of the case on screen, "" for none. */
  currentCase: Signal<string>;
  /** The day a case was first seen on this phone, "" before: it tells a lost case from none at all. */
  since: Signal<string>;
  /** The first day on which Today may remind of what would bring the case back; "" when it may. */
  quietUntil: Signal<string>;
  /** For values that other screens remember, each under its own name. */
  recall: (name: string) => string;
  /** Returns whether the value was stored. */
  keep: (name: string, value: string) => boolean;
};

/** Looked up each time: a browser that blocks the site's storage throws when the property is read. */
type Store = () => Pick<Storage, "getItem" | "setItem">;

export function rememberedSettings(store: Store): Settings {
  const theme = themes.find((name) => name === read(store, "theme")) ?? "system";
  const settings = {
    country: signal(read(store, "country")),
    theme: signal<Theme>(theme),
    largeText: signal(read(store, "text") === "large"),
    currentCase: signal(read(store, "case")),
    since: signal(read(store, "since")),
    quietUntil: signal(read(store, "quiet")),
    recall: (name: string) => read(store, name),
    keep: (name: string, value: string) => write(store, name, value),
  };
  effect(() => void write(store, "country", settings.country.value));
  effect(() => void write(store, "theme", settings.theme.value));
  effect(() => void write(store, "text", settings.largeText.value ? "large" : ""));
  effect(() => void write(store, "case", settings.currentCase.value));
  effect(() => void write(store, "since", settings.since.value));
  effect(() => void write(store, "quiet", settings.quietUntil.value));
  return settings;
}

/** Sets theme and text size on the root element, now and at every change. */
export function showSettings(settings: Settings, root: Pick<HTMLElement, "dataset">): void {
  effect(() => {
    if (settings.theme.value === "system") delete root.dataset.theme;
    else root.dataset.theme = settings.theme.value;
  });
  effect(() => {
    if (settings.largeText.value) root.dataset.text = "large";
    else delete root.dataset.text;
  });
}

function read(store: Store, name: string): string {
  try {
    return store().getItem(`second-look:${name}`) ?? "";
  } catch {
    return "";
  }
}

/** Returns whether the value was stored. If it was not, it still holds until the page is closed. */
function write(store: Store, name: string, value: string): boolean {
  try {
    store().setItem(`second-look:${name}`, value);
    return true;
  } catch {
    return false;
  }
}
