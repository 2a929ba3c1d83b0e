// Keeps the phone's screen awake while someone is in the doctor's room. Where a phone cannot, or refuses (low battery),
// nothing happens and the person notices nothing. The lock is lost whenever the page is hidden, so it is requested
// again.
import { useEffect } from "preact/hooks";

export interface Lock {
  release(): Promise<void>;
}
export interface Locks {
  request(kind: "screen"): Promise<Lock>;
}
export interface Page {
  readonly visibilityState: string;
  addEventListener(name: "visibilitychange", listener: () => void): void;
  removeEventListener(name: "visibilitychange", listener: () => void): void;
}

/** Works until the returned function is called. `locks` is undefined where the browser has none. */
export function keepAwake(locks: Locks | undefined, page: Page): () => void {
  if (!locks) return () => {};
  let held: Lock | null = null;
  let isOver = false;
  const letGo = () => {
    const lock = held;
    held = null;
    lock?.release().catch(() => {});
  };
  const ask = () => {
    if (page.visibilityState !== "visible") return;
    locks.request("screen").then(
      (lock) => {
        letGo();
        held = lock;
        if (isOver) letGo();
      },
      () => {},
    );
  };
  page.addEventListener("visibilitychange", ask);
  ask();
  return () => {
    isOver = true;
    page.removeEventListener("visibilitychange", ask);
    letGo();
  };
}

export function useScreenAwake(): void {
  useEffect(() => keepAwake("wakeLock" in navigator ? navigator.wakeLock : undefined, document), []);
}
