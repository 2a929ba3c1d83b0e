// Tells whoever listens, in this tab and in others, that a log has changed. It carries the log's id and nothing else.

/** `here` says that the change was made in this tab. */
export type Listener = (log: string, here: boolean) => void;
/** A BroadcastChannel, or what a test puts in its place. */
export type Channel = { postMessage(message: string): void; onmessage: ((event: MessageEvent) => void) | null };

export interface Changes {
  announce(log: string): void;
  subscribe(listener: Listener): () => void;
}

export function createChanges(channel: Channel | null = null): Changes {
  const listeners = new Set<Listener>();
  const tell = (log: string, here: boolean) => {
    for (const listener of [...listeners]) listener(log, here);
  };
  if (channel) {
    channel.onmessage = (event) => {
      if (typeof event.data === "string") tell(event.data, false);
    };
  }
  return {
    announce(log) {
      tell(log, true);
      channel?.postMessage(log);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
