// The phone in a browser: its storage, clock, network and tabs, given to buildPhone. Loaded after the first screen stands.
// What is typed is stored when the screen goes dark or the page goes away, and tried again when the person comes back; a page
// that would take words along asks first. The server is asked again when screen or network return.
import { buildPhone, type Phone } from "./phone";
import { createDatabase } from "./storage/database";

const SYNC_LOCK = "second-look-sync";

export async function startBrowserPhone(): Promise<Phone> {
  const channel = new BroadcastChannel("second-look-logs");
  let built: Phone | null = null;
  const phone = await buildPhone({
    withDatabase: createDatabase("second-look", () => built?.recover()),
    api: async () => (await import("./phoneSync")).createClient((url, init) => fetch(url, init), ""),
    channel,
    now: () => new Date().toISOString(),
    minutesEast: (instant) => -new Date(instant).getTimezoneOffset(),
    after: (ms, wake) => {
      const timer = setTimeout(wake, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    exclusively: inOneTab,
    isOnline: () => navigator.onLine,
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
    if (document.visibilityState === "visible") engine.wake();
  });
  addEventListener("pagehide", store);
  addEventListener("focus", store);
  addEventListener("beforeunload", (event) => {
    if (!book.isKept()) event.preventDefault();
  });
  addEventListener("online", engine.wake);
  addEventListener("offline", engine.wake);
  engine.start();
  return phone;
}

async function inOneTab(work: () => Promise<void>): Promise<boolean> {
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
