// The number of the person's own medical team, as they typed it. It is the one typed text that this phone stores
// unsealed: it has to be there before any case is, and when nothing sealed can be opened. If storage refuses, the
// screen says so, and the number holds until the page is closed.
import { type Signal, signal } from "@preact/signals";
import type { Settings } from "../../start/settings";

const NAME = "team";

export type TeamMemory = {
  /** "" for none. */
  typed: Signal<string>;
  /** The last number typed could not be stored. */
  isForgotten: Signal<boolean>;
};

const memories = new WeakMap<Settings, TeamMemory>();

export function teamMemory(settings: Settings): TeamMemory {
  const known = memories.get(settings);
  if (known) return known;
  const fresh = { typed: signal(settings.recall(NAME)), isForgotten: signal(false) };
  memories.set(settings, fresh);
  return fresh;
}

export function rememberTeam(settings: Settings, typed: string): void {
  const memory = teamMemory(settings);
  memory.typed.value = typed;
  memory.isForgotten.value = !settings.keep(NAME, typed);
}
