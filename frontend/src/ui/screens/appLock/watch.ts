// While the app is open and has a lock: notices when nobody touches it, or when it was left, and keeps the ways in by
// recovery code as the keyring has the codes. Starts when the lock was opened, and ends with the page.
import type { AppLock, Locking } from "../../../cases/appLock/appLock";
import type { Core } from "../../start/core";
import type { Settings } from "../../start/settings";
import { hide, lockEverywhere, show } from "./lockPage";

type OpenCore = Extract<Core, { state: "open" }>;

const CHECK_MS = 5_000;
const AWAY_MS = 20_000;
const NOTED_MS = 1_000;

let locking: Locking | null = null;

/** From now on the app locks at these times; null when there is no lock any more. */
export function lockAt(times: Locking | null): void {
  locking = times;
}

export async function startLocking(
  core: OpenCore,
  settings: Pick<Settings, "keep" | "recall">,
  lock: AppLock,
  key: CryptoKey,
): Promise<void> {
  const touches = new Moment("touched", settings);
  const sights = new Moment("seen", settings);
  locking = await lock.state();
  for (const kind of ["pointerdown", "keydown", "scroll"])
    addEventListener(kind, () => touches.note(), { capture: true, passive: true });
  let isLeft = false;
  const isDue = () =>
    locking !== null &&
    (touches.ago() > locking.after * 60_000 || (locking.onLeaving && isLeft && sights.ago() > AWAY_MS));
  const check = () => {
    if (isDue()) void lockEverywhere(core.book, settings);
    else if (!isLeft) sights.note();
  };
  setInterval(check, CHECK_MS);
  whenLeft(
    () => {
      sights.note();
      isLeft = true;
      if (locking) hide();
    },
    () => {
      // The time away is looked at before anything is shown again.
      if (isDue()) return;
      isLeft = false;
      show();
    },
    check,
  );
  await followCodes(core, lock, key);
}

/** Calls `leave` when the page is left and `back` when it is seen again, each time after `check`. */
function whenLeft(leave: () => void, back: () => void, check: () => void): void {
  const comeBack = () => {
    check();
    back();
  };
  addEventListener("pagehide", leave);
  addEventListener("pageshow", comeBack);
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? leave() : comeBack()));
  // On a phone the picture among the open apps is taken when the page loses the focus. A computer has no such picture.
  if (!matchMedia("(pointer: coarse)").matches) return;
  addEventListener("blur", leave);
  addEventListener("focus", comeBack);
}

/** The last time at which something happened in any tab. Neither a clock that is set nor a page that sleeps hides it. */
class Moment {
  readonly #name: string;
  readonly #settings: Pick<Settings, "keep" | "recall">;
  #here = { clock: Date.now(), running: performance.now() };
  #noted = 0;

  constructor(name: string, settings: Pick<Settings, "keep" | "recall">) {
    this.#name = name;
    this.#settings = settings;
    this.note();
  }

  note(): void {
    this.#here = { clock: Date.now(), running: performance.now() };
    if (Math.abs(this.#here.clock - this.#noted) < NOTED_MS) return;
    this.#noted = this.#here.clock;
    this.#settings.keep(this.#name, String(this.#noted));
  }

  /** In milliseconds. */
  ago(): number {
    const now = Date.now();
    const here = Math.max(now - this.#here.clock, performance.now() - this.#here.running);
    const anywhere = now - Number(this.#settings.recall(this.#name));
    return anywhere >= 0 ? Math.min(here, anywhere) : here;
  }
}

async function followCodes({ book, sharing }: OpenCore, lock: AppLock, key: CryptoKey): Promise<void> {
  const codes = await (await sharing()).recoveryCodes();
  let turn: Promise<void> = Promise.resolve();
  const follow = () => {
    turn = turn.then(() => lock.keepCodes(key, codes.live())).catch(() => {});
  };
  follow();
  book.subscribe(follow);
}
