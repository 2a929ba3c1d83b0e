// The phone in a browser: its storage, clock, network and tabs, given to buildPhone. Loaded after the first screen stands.
// What is typed is stored when the screen goes dark or the page goes away, and tried again when the person comes back; a page
// that would take words along asks first. The server is asked again when screen or network return.
import { buildPhone, type Phone } from "./phone";
import type { Channel } from "./storage/changes";
import { createDatabase } from "./storage/database";

const SYNC_LOCK = "second-look-sync";

export async function startBrowserPhone(): Promise<Phone> {
  // Nothing could be sealed: that is said before anyone has typed a word.
  if (!isSecureContext) throw new DOMException("not a secure address", "SecurityError");
  let built: Phone | null = null;
  const phone = await buildPhone({
    withDatabase: createDatabase("second-look", () => built?.recover()),
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
    // Called as a method of whatever holds it, which the browser's own function refuses.
    onError: (error) => reportError(error),
  });
  built = phone;
  const { book, engine } = phone;
  const store = () => void book.flushAll();
  document.addEventListener("visibilitychange", () => {
    store();
    if (document.visibilityState === "hidden") return;
    engine.wake();
    // A tab that was frozen has heard no bell.
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

/** The bell between tabs. Browsers before 2022 have it only as what a change of localStorage rings in the other tabs. */
function openBell(name: string): Channel {
  if ("BroadcastChannel" in globalThis) return new BroadcastChannel(name);
  const bell: Channel = {
    onmessage: null,
    postMessage(message) {
      try {
        localStorage.setItem(name, `${message} ${Math.random()}`);
      } catch {
        // The other tabs look when they are seen again.
      }
    },
  };
  addEventListener("storage", ({ key, newValue }) => {
    if (key === name && newValue) bell.onmessage?.(new MessageEvent("message", { data: newValue.replace(/ .*/, "") }));
  });
  return bell;
}

async function inOneTab(work: () => Promise<void>): Promise<boolean> {
  // Without locks two tabs may exchange side by side: it costs requests and harms nothing, because every step may be repeated.
  if (!navigator.locks) return work().then(() => true);
  return navigator.locks.request(SYNC_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}

/** A name for this phone in the list of phones, to be changed by the person. Told from the browser's own description. */
function phoneName(userAgent: string): string {
  const known = ["iPhone", "iPad", "Android", "Windows", "Mac", "Linux"];
  return known.find((name) => userAgent.includes(name)) ?? "";
}
