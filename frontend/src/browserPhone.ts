// The phone in a browser: passes its storage, clock, network and tabs to buildPhone. Loaded after the first screen is
// shown. What is typed is stored when the screen goes dark or the page closes, and tried again when the person comes
// back. A page that would lose words asks before it closes. The server is asked again when screen or network return.
import { buildPhone, type Phone } from "./phone";
import { phoneDatabase, whenReopened } from "./phoneDatabase";
import type { Channel } from "./storage/changes";
import { Locked } from "./storage/secrets";

const SYNC_LOCK = "second-look-sync";

/** `lockKey` opens what the app lock closes. Null while that is missing. */
export function startBrowserPhone(lockKey?: CryptoKey): Promise<Phone | null> {
  return start(lockKey).then(
    (phone) => {
      lockWithOthers(phone);
      return phone;
    },
    (error: unknown) => {
      if (error instanceof Locked) return null;
      throw error;
    },
  );
}

async function start(lockKey: CryptoKey | undefined): Promise<Phone> {
  // Nothing could be sealed: reported before anyone has typed a word.
  if (!isSecureContext) throw new DOMException("not a secure address", "SecurityError");
  const phone = await buildPhone({
    withDatabase: phoneDatabase,
    api: async () => (await import("./phoneSync")).createClient((url, init) => fetch(url, init), ""),
    channel: openBell("second-look-logs"),
    now: () => new Date().toISOString(),
    minutesEast: (instant) => -new Date(instant).getTimezoneOffset(),
    after: (ms, wake) => {
      const timer = setTimeout(wake, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    exclusively: inOneTab,
    isOnline: () => navigator.onLine,
    hasSpaceForOthers: async () => (await import("./phoneSync")).hasSpaceForOthers(),
    origin: location.origin,
    phoneName: phoneName(navigator.userAgent),
    rowsBeforeState: 50,
    lockKey,
    // A wrapper, because the browser's own function refuses to be called as a method of another object.
    onError: (error) => reportError(error),
  });
  whenReopened(() => phone.recover());
  const { book, engine } = phone;
  const store = () => void book.flushAll();
  document.addEventListener("visibilitychange", () => {
    store();
    if (document.visibilityState === "hidden") return;
    engine.wake();
    // A frozen tab missed the notifications of changes.
    void book.catchUpAll();
  });
  addEventListener("pagehide", store);
  addEventListener("focus", store);
  addEventListener("beforeunload", (event) => {
    if (!book.isKept()) event.preventDefault();
  });
  const wake = () => engine.wake();
  addEventListener("online", wake);
  addEventListener("offline", wake);
  engine.start();
  return phone;
}

/** Another tab was locked, or has set a lock. */
function lockWithOthers({ book }: Phone): void {
  addEventListener("storage", ({ key }) => {
    if (key === "second-look:locked")
      void import("./ui/screens/appLock/lockPage").then(({ lockPage }) => lockPage(book));
  });
}

/** Notifications between tabs; by changes of localStorage where browsers from before 2022 lack BroadcastChannel. */
function openBell(name: string): Channel {
  if ("BroadcastChannel" in globalThis) return new BroadcastChannel(name);
  const bell: Channel = {
    onmessage: null,
    postMessage(message) {
      try {
        localStorage.setItem(name, `${message} ${Math.random()}`);
      } catch {
        // The other tabs check when they are seen again.
      }
    },
  };
  addEventListener("storage", ({ key, newValue }) => {
    if (key === name && newValue) bell.onmessage?.(new MessageEvent("message", { data: newValue.replace(/ .*/, "") }));
  });
  return bell;
}

async function inOneTab(work: () => Promise<void>): Promise<boolean> {
  // Without locks two tabs may exchange at once: that costs requests but does no harm, as every step may be repeated.
  if (!navigator.locks) return work().then(() => true);
  return navigator.locks.request(SYNC_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}

/** A name for this phone in the list of phones, taken from the browser's own description. The person can change it. */
function phoneName(userAgent: string): string {
  const known = ["iPhone", "iPad", "Android", "Windows", "Mac", "Linux"];
  return known.find((name) => userAgent.includes(name)) ?? "";
}
