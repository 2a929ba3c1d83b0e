// What the screens may use, passed in by main. The guide, "Get help now" and More work while `core` is still opening,
// and also if it never opens; only screens that show a case need it.
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
  /** Activates the waiting version and reloads the page in every tab. Only when the person asked for it. */
  applyUpdate(): void;
  /** Checks again whether all files are on the phone, and fetches the missing ones. */
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
