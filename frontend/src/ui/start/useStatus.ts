// Whether the open case is stored and sent, for the line under the title and the bar above the buttons.
import type { Saving } from "../../cases/documents/book";
import type { Companionship } from "../../domain/keyring/keyring";
import type { SyncStatus } from "../../sync/status";
import { example } from "./example";
import { useServices } from "./services";
import { companionshipIn } from "./useCase";
import { watch } from "./watched";

export type Status = {
  saving: Saving | null;
  /** Null while this phone has no access to the case: the sync of other cases says nothing about this one. */
  sync: SyncStatus | null;
  companionship: Companionship | null;
  door: SyncStatus["shutOut"][number] | undefined;
  hasNotices: boolean;
};

export function useStatus(): Status {
  const { core, openCase } = useServices();
  // The example is neither stored nor sent, and the line above it says so.
  const { sync, book } = core.value.state === "open" && !example.value ? core.value : { sync: null, book: null };
  const opened = openCase.value.state === "open" ? openCase.value.opened : null;
  watch(sync);
  watch(book);
  const status = sync?.current() ?? null;
  const door = status?.shutOut.find(({ log }) => log === opened?.id);
  return {
    // The names of cases are stored apart from their contents; the line shows the worse state of the two.
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
