// What this phone remembers about how the app looks and where the person is: country, theme, text size, current case.
// Never a typed word, because localStorage is not sealed, but for one (screens/help/teamMemory). A browser that refuses, or has
// none, only means that nothing is remembered.
import { effect, type Signal, signal } from "@preact/signals";

export const themes = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];

export type Settings = {
  /** Code of a country of the guidance, "" until the person has chosen. Never guessed from language or address. */
  country: Signal<string>;
  theme: Signal<Theme>;
  largeText: Signal<boolean>;
  /** Id of the case on screen, "" for none. */
  currentCase: Signal<string>;
  /** The day on which a case was first seen on this phone, "" before: a case that is gone is not taken for none. */
  since: Signal<string>;
  /** For what a later screen remembers itself, under a name of its own. */
  recall: (name: string) => string;
  /** Whether it is remembered. */
  keep: (name: string, value: string) => boolean;
};

/** Asked for each time: a browser that blocks the site throws at the mere name of its storage. */
type Store = () => Pick<Storage, "getItem" | "setItem">;

export function rememberedSettings(store: Store): Settings {
  const theme = themes.find((name) => name === read(store, "theme")) ?? "system";
  const settings = {
    country: signal(read(store, "country")),
    theme: signal<Theme>(theme),
    largeText: signal(read(store, "text") === "large"),
    currentCase: signal(read(store, "case")),
    since: signal(read(store, "since")),
    recall: (name: string) => read(store, name),
    keep: (name: string, value: string) => write(store, name, value),
  };
  effect(() => void write(store, "country", settings.country.value));
  effect(() => void write(store, "theme", settings.theme.value));
  effect(() => void write(store, "text", settings.largeText.value ? "large" : ""));
  effect(() => void write(store, "case", settings.currentCase.value));
  effect(() => void write(store, "since", settings.since.value));
  return settings;
}

/** Puts theme and text size on the root element, now and whenever they change. */
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

/** Whether it is remembered. What is not holds until the page is closed. */
function write(store: Store, name: string, value: string): boolean {
  try {
    store().setItem(`second-look:${name}`, value);
    return true;
  } catch {
    return false;
  }
}
