// Readiness for offline use, as the screens see it from the first moment. The code doing the work is loaded after them.

export type OfflineState = "unsupported" | "preparing" | "ready" | "failed";
/** `isUpdating`: the new version was requested and is not here yet. */
export type OfflineReport = { state: OfflineState; updateReady: boolean; isUpdating: boolean };

export interface Offline {
  current(): OfflineReport;
  subscribe(listener: () => void): () => void;
  applyUpdate(): void;
  retry(): Promise<void>;
}

export function offlineOnceLoaded(load: () => Promise<Offline>): Offline {
  const listeners = new Set<() => void>();
  let keeper: Offline | null = null;
  let state: OfflineState = "preparing";
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const open = async () => {
    try {
      keeper = await load();
      keeper.subscribe(tell);
    } catch {
      state = "failed";
    }
    tell();
  };
  void open();
  return {
    current: () => keeper?.current() ?? { state, updateReady: false, isUpdating: false },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    applyUpdate: () => keeper?.applyUpdate(),
    retry: () => keeper?.retry() ?? open(),
  };
}
