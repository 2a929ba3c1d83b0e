// The guidance on this phone: the only user of GET /api/v2/content. The service worker answers from its cache, so after
// the first visit a load never needs a network. A failed load keeps what is already here.
import type { Bundle } from "./bundle";

export type LibraryState = "loading" | "ready" | "absent";

export interface Library {
  state(): LibraryState;
  bundle(): Bundle | null;
  subscribe(listener: () => void): () => void;
  /** Loads, or loads again. Never rejects. */
  load(): Promise<void>;
}

type Fetch = (url: string) => Promise<Response>;

export function openLibrary(language: string, fetchIt: Fetch): Library {
  const listeners = new Set<() => void>();
  let held: Bundle | null = null;
  let loading = true;

  async function load(): Promise<void> {
    loading = true;
    const found = await bundleFrom(fetchIt, `/api/v2/content/${language}`);
    loading = false;
    if (found !== null && found.version !== held?.version) held = found;
    for (const listener of listeners) listener();
  }

  return {
    state: () => (held ? "ready" : loading ? "loading" : "absent"),
    bundle: () => held,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load,
  };
}

async function bundleFrom(fetchIt: Fetch, url: string): Promise<Bundle | null> {
  try {
    // The first screen does not wait for this.
    const [response, { bundleIn }] = await Promise.all([fetchIt(url), import("./shape")]);
    return await bundleIn(response);
  } catch {
    return null;
  }
}
