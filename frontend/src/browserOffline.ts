// Readiness for offline use in a browser: passes its service worker to keepOffline, with what this page does when the
// worker asks. Loaded after the first screen. What could not be fetched is requested again when the network or the
// person returns.
import type { Library } from "./content/library";
import type { Offline } from "./sw/offline";
import { keepOffline } from "./sw/register";
import type { Core } from "./ui/start/core";
import { isAnythingOnlyHere } from "./ui/start/onlyHere";

export { secondPlace } from "./sw/secondPlace";
export { askOnceSomethingIsWritten } from "./ui/components/askToKeep";
export { followSince } from "./ui/components/since";

/** `core.value`: the current state of storage. */
export function startOffline(core: { readonly value: Core }, library: Library): Offline {
  const offline = keepOffline(navigator.serviceWorker, {
    onNewContent: () => void library.load(),
    store: async () => {
      if (isAnythingOnlyHere()) throw new Error("something was typed that only the screen has");
      if (core.value.state === "open") await core.value.book.storeAll();
    },
    reload: () => location.reload(),
  });
  const tryAgain = () => {
    if (document.visibilityState === "hidden") return;
    if (library.state() === "absent") void library.load();
    if (offline.current().state === "failed") void offline.retry();
  };
  addEventListener("online", tryAgain);
  document.addEventListener("visibilitychange", tryAgain);
  return offline;
}
