// Notifies listeners, in this tab and in others, that a log has changed. A notification carries the log's id and
// nothing else.

/** `here`: the change was made in this tab. The code that made the change waits for what the listener returns. */
export type Listener = (log: string, here: boolean) => void | Promise<void>;
/** A BroadcastChannel, or a test's replacement. */
export type Channel = { postMessage(message: string): void; onmessage: ((event: MessageEvent) => void) | null };

export interface Changes {
  /** Resolves when the listeners in this tab are done. Need not be awaited. */
  announce(log: string): Promise<void>;
  subscribe(listener: Listener): () => void;
}

export function createChanges(channel: Channel | null = null): Changes {
  const listeners = new Set<Listener>();
  const tell = async (log: string, here: boolean) => {
    await Promise.allSettled([...listeners].map(async (listener) => listener(log, here)));
  };
  if (channel) {
    channel.onmessage = (event) => {
      if (typeof event.data === "string") void tell(event.data, false);
    };
  }
  return {
    announce(log) {
      const told = tell(log, true);
      channel?.postMessage(log);
      return told;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
