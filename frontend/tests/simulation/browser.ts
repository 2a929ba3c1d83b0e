// One browser as its tabs see it: a notification that reaches every other tab a moment later, and a lock that one tab
// holds at a time. A tab that closes or dies releases both.
import type { Channel } from "../../src/storage/changes";

export type Tab = {
  channel: Channel;
  exclusively: (work: () => Promise<void>) => Promise<boolean>;
  close: () => void;
};

export class SimulatedBrowser {
  /** A tab that is frozen in the background misses the notifications sent meanwhile. */
  isBellHeard = true;
  /** An older browser has no locks: every tab works when it wants to. */
  hasLocks = true;
  private readonly channels = new Set<Channel>();
  private holder: Channel | null = null;

  openTab(): Tab {
    const channel: Channel = { onmessage: null, postMessage: (message) => this.ring(channel, message) };
    this.channels.add(channel);
    return {
      channel,
      exclusively: (work) => this.exclusively(channel, work),
      close: () => {
        this.channels.delete(channel);
        this.letGo(channel);
      },
    };
  }

  private async exclusively(channel: Channel, work: () => Promise<void>): Promise<boolean> {
    if (this.hasLocks && this.holder !== null) return false;
    this.holder = channel;
    await work().finally(() => this.letGo(channel));
    return true;
  }

  private letGo(channel: Channel): void {
    if (this.holder === channel) this.holder = null;
  }

  private ring(from: Channel, message: string): void {
    if (!this.isBellHeard || !this.channels.has(from)) return;
    const event = new MessageEvent("message", { data: message });
    setTimeout(() => {
      for (const channel of this.channels) if (channel !== from) channel.onmessage?.(event);
    });
  }
}
