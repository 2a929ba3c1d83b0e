// What the screens may use, handed down by main. The guide, "Get help now" and More work while `core` is still opening,
// and when it never opens; only screens that show a case need it.
import type { ReadonlySignal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Library } from "../../content/library";
import type { Core } from "./core";
import type { CaseState } from "./openCase";
import type { Settings } from "./settings";

export type OfflineState = "unsupported" | "preparing" | "ready" | "failed";

export interface Offline {
  current(): { state: OfflineState; updateReady: boolean; isUpdating: boolean };
  subscribe(listener: () => void): () => void;
  /** Lets the waiting version take over and opens the page again, in every tab. Only after the person asked for it. */
  applyUpdate(): void;
  /** Checks again whether everything is on the phone, and fetches what is not. */
  retry(): Promise<void>;
}

export type Services = {
  core: ReadonlySignal<Core>;
  /** The case on screen; follows `settings.currentCase`. */
  openCase: ReadonlySignal<CaseState>;
  library: Library;
  settings: Settings;
  offline: Offline;
};

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error("no services above this component");
  return services;
}
