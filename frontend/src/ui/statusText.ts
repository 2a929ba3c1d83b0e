// The words of the status line, from what storage and sync report. Offline is a normal state and never an error.
import type { Saving } from "../cases/book";
import type { Companionship } from "../domain/keyring";
import { t } from "../i18n";
import { timeText } from "../i18n/dates";
import type { SyncStatus } from "../sync/status";
import { isolated } from "./isolate";

/** What to say about the open case and about sending, each a whole sentence. Nothing at all before the first case. */
export function statusParts(saving: Saving | null, sync: SyncStatus | null): string[] {
  const parts = saving === null ? [] : [savingText(saving)];
  const sending = sync === null ? null : sendingText(sync);
  return sending === null ? parts : [...parts, sending];
}

/** In somebody else's case: whose it is, and whether this phone is let in. */
export function whoseText({ owner, role }: Companionship, door: SyncStatus["shutOut"][number] | undefined): string {
  const whose = { owner: isolated(owner) };
  if (door) return t(door.wasIn ? "status.shutOut" : "status.notIn", whose);
  return t(role === "reader" ? "status.whoseReader" : "status.whose", whose);
}

function savingText(saving: Saving): string {
  if (saving.state !== "failed") return t(saving.state === "saved" ? "status.saved" : "status.saving");
  return saving.reason === "quota" ? t("status.phoneFull") : t("status.notStored");
}

function sendingText(sync: SyncStatus): string | null {
  const pull = sync.progress.find((progress) => progress.have < progress.total);
  if (pull) return t("status.receiving", { have: pull.have, total: pull.total });
  if (sync.problem === "broken_chain") return t("status.oddAnswer");
  if (sync.waiting > 0) return waitingText(sync);
  return sync.lastExchangeAt === null ? null : t("status.sent", { time: timeText(sync.lastExchangeAt) });
}

function waitingText(sync: SyncStatus): string {
  if (sync.problem === "log_full") return t("status.serverFull");
  if (sync.phase === "offline") return t("status.waitingForSignal", { count: sync.waiting });
  if (sync.phase === "sending") return t("status.sending");
  return t("status.waitingToTryAgain", { count: sync.waiting });
}
