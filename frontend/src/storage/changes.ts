// Tells whoever listens, in this tab and in others, that a log has changed. It carries the log's id and nothing else.

/** `here` says that the change was made in this tab. What it returns is done before whoever made the change goes on. */
export type Listener = (log: string, here: boolean) => void | Promise<void>;
/** A BroadcastChannel, or what a test puts in its place. */
export type Channel = { postMessage(message: string): void; onmessage: ((event: MessageEvent) => void) | null };

export interface Changes {
  /** Resolves when whoever listens in this tab has taken note. Need not be waited for. */
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
