// How wrong PINs slow down. What is left of a wait is stored and gets less only while somebody waits, by a clock that
// nobody can set: no reload and no other time of day shortens it. Nothing is ever deleted.
import type { LockStore } from "../../storage/lockStore";

const FREE_TRIES = 4;
const WAITS_MS = [30_000, 60_000, 120_000, 300_000];

export class WrongPins {
  readonly #store: LockStore;
  readonly #elapsed: () => number;
  #waiting: { from: number; left: number } | null = null;

  /** `elapsed`: milliseconds since any moment, by a clock that only runs forwards. */
  constructor(store: LockStore, elapsed: () => number) {
    this.#store = store;
    this.#elapsed = elapsed;
  }

  /** Milliseconds until a PIN may be tried; stores how much of the wait is over. */
  async left(): Promise<number> {
    let left = 0;
    await this.#store.wrongPins((now) => {
      left = this.#stillLeft(now.left);
      return { ...now, left };
    });
    this.#waiting = left > 0 ? { from: this.#elapsed(), left } : null;
    return left;
  }

  /** Counts a try before it is made. False while there is a wait. */
  async mayTry(): Promise<boolean> {
    const { left } = await this.#store.wrongPins((now) => {
      if (now.left > 0) return now;
      const count = now.count + 1;
      return { count, left: waitAfter(count) };
    });
    return left === 0;
  }

  /** The person has opened the lock: what was counted is over. */
  async forget(): Promise<void> {
    this.#waiting = null;
    await this.#store.wrongPins(() => ({ count: 0, left: 0 }));
  }

  // Another tab may have waited longer already, or may have begun a longer wait.
  #stillLeft(stored: number): number {
    if (!this.#waiting || stored > this.#waiting.left) return stored;
    return Math.max(0, Math.min(stored, this.#waiting.left - (this.#elapsed() - this.#waiting.from)));
  }
}

export function waitAfter(count: number): number {
  if (count <= FREE_TRIES) return 0;
  return WAITS_MS[Math.min(count - FREE_TRIES, WAITS_MS.length) - 1] ?? 0;
}
