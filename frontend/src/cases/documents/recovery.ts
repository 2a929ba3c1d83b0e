// Puts back what a reopened storage may have lost. Until that is done nothing new counts as saved: a word that is
// called saved must not be all that is left.
import type { DraftParts } from "./drafts";

export interface Recovery {
  /** To be called whenever the database was reopened. Tries until everything is back. */
  begin(): void;
  isOver(): boolean;
  /** Resolves when everything that was lost is back; rejects when it could not be stored now. */
  over(): Promise<void>;
}

const RETRY_MS = 5_000;

export function createRecovery(putBack: () => Promise<void>, after: DraftParts["after"]): Recovery {
  let reopened = 0;
  let recovered = 0;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (recovered !== reopened) {
      const until = reopened;
      await putBack();
      recovered = until;
    }
  }

  async function over(): Promise<void> {
    if (recovered === reopened) return;
    running ??= run().finally(() => {
      running = null;
    });
    await running;
  }

  const tryOn = () => void over().catch(() => after(RETRY_MS, tryOn));
  return {
    begin() {
      reopened += 1;
      tryOn();
    },
    isOver: () => recovered === reopened,
    over,
  };
}
