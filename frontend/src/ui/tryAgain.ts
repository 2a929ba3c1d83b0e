// What could not be fetched at the start is asked for again when the network or the person returns: the guide, and what has
// to be on the phone.
import type { Library } from "../content/library";
import type { Offline } from "./services";

export function tryAgainOnReturn(library: Library, offline: Offline): void {
  const tryAgain = () => {
    if (document.visibilityState === "hidden") return;
    if (library.state() === "absent") void library.load();
    if (offline.current().state === "failed") void offline.retry();
  };
  addEventListener("online", tryAgain);
  document.addEventListener("visibilitychange", tryAgain);
}
