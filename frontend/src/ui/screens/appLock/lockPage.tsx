// Locking is a new start, so that no key and nothing of a case stays in memory: the page is covered, what was typed is
// stored, and the page loads again, which stops at the lock. What only the screen has would be lost by that: then the
// page stays as it is under the cover until the PIN is typed, or until nothing is held any more.
import { render } from "preact";
import { AppLock } from "../../../cases/appLock/appLock";
import type { CaseBook } from "../../../cases/documents/book";
import { messagesFrom } from "../../../i18n";
import appLockWords from "../../../i18n/en/appLock.json";
import frameWords from "../../../i18n/en/frame.json";
import { ButtonLink } from "../../start/components/button";
import { isAnythingOnlyHere } from "../../start/onlyHere";
import type { Settings } from "../../start/settings";
import { PinForm } from "./pinForm";

const t = messagesFrom(appLockWords, frameWords);

const MS_BETWEEN = 500;
let isClosed = false;

/** Hides everything at once, as the picture among the open apps must; `show` takes that back unless it is locked. */
export function hide(): void {
  document.documentElement.classList.add("covered");
}

export function show(): void {
  if (!isClosed) document.documentElement.classList.remove("covered");
}

/** Locks this tab and all others, which are told by a changed setting. */
export function lockEverywhere(book: Pick<CaseBook, "storeAll">, settings: Pick<Settings, "keep">): Promise<void> {
  settings.keep("locked", String(Date.now()));
  return lockPage(book);
}

export async function lockPage(book: Pick<CaseBook, "storeAll">): Promise<void> {
  if (isClosed) return;
  close(true);
  let takeAway = () => {};
  let isCovered = false;
  while (isClosed) {
    if (!isAnythingOnlyHere() && (await isStored(book))) return location.reload();
    if (!isCovered) takeAway = await cover();
    isCovered = true;
    await new Promise((resolve) => setTimeout(resolve, MS_BETWEEN));
  }
  takeAway();
}

function isStored(book: Pick<CaseBook, "storeAll">): Promise<boolean> {
  return book.storeAll().then(
    () => true,
    () => false,
  );
}

function close(closed: boolean): void {
  isClosed = closed;
  if (closed) hide();
  else show();
  document.getElementById("app")?.toggleAttribute("inert", closed);
}

/** Puts the lock over the page. Without a lock (it was switched off meanwhile) there is nothing to ask for. */
async function cover(): Promise<() => void> {
  const lock = new AppLock();
  if (!(await lock.state())) {
    close(false);
    return () => {};
  }
  const place = document.createElement("div");
  place.className = "lock-cover";
  document.body.append(place);
  render(<Cover lock={lock} onOpened={async () => close(false)} />, place);
  return () => {
    render(null, place);
    place.remove();
  };
}

function Cover({ lock, onOpened }: { lock: AppLock; onOpened: () => Promise<void> }) {
  return (
    <main class="stack">
      <h1 class="top-title">{t("unlock.title")}</h1>
      <p>{t("unlock.held")}</p>
      <PinForm lock={lock} onOpened={onOpened} />
      <ButtonLink look="plain" href="/help">
        {t("nav.help")}
      </ButtonLink>
    </main>
  );
}
