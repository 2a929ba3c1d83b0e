// What the phone knows about the open case being stored and sent, for the line under the title and the bar above the buttons.
import type { Saving } from "../../cases/documents/book";
import type { Companionship } from "../../domain/keyring/keyring";
import type { SyncStatus } from "../../sync/status";
import { useServices } from "./services";
import { companionshipIn } from "./useCase";
import { watch } from "./watched";

export type Status = {
  saving: Saving | null;
  /** Null while the case is closed to this phone: what is sent of other cases says nothing of this one. */
  sync: SyncStatus | null;
  companionship: Companionship | null;
  door: SyncStatus["shutOut"][number] | undefined;
  hasNotices: boolean;
};

export function useStatus(): Status {
  const { core, openCase } = useServices();
  const { sync, book } = core.value.state === "open" ? core.value : { sync: null, book: null };
  const opened = openCase.value.state === "open" ? openCase.value.opened : null;
  watch(sync);
  watch(book);
  const status = sync?.current() ?? null;
  const door = status?.shutOut.find(({ log }) => log === opened?.id);
  return {
    // The names of the cases are kept apart from what is in them; the line speaks of whichever is worse off.
    saving: opened && book ? worse(opened.saving(), book.saving()) : null,
    sync: door ? null : status,
    companionship: opened && book ? companionshipIn(book, opened) : null,
    door,
    hasNotices: status !== null && status.notices.length > 0,
  };
}

function worse(a: Saving, b: Saving): Saving {
  if (a.state === "failed" || b.state === "saved") return a;
  return b;
}
