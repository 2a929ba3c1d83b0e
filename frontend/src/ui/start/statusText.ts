// The words of the status line, from what storage and sync report. Offline is a normal state and never an error.
import type { Saving } from "../../cases/documents/book";
import type { Companionship } from "../../domain/keyring/keyring";
import { messagesFrom } from "../../i18n";
import { timeText } from "../../i18n/dates";
import frameWords from "../../i18n/en/frame.json";
import type { SyncStatus } from "../../sync/status";
import { isolated } from "./isolate";

const t = messagesFrom(frameWords);

/** The status line: a word or two about the open case and about sending. Nothing before the first case. */
export function statusParts(saving: Saving | null, sync: SyncStatus | null): string[] {
  const parts = saving === null ? [] : [savingText(saving)];
  const sending = sync === null ? null : sendingText(sync);
  return sending === null ? parts : [...parts, sending];
}

/** The longest usual text of the line: space for it is reserved, so that nothing below moves during typing. */
export function longestStatus(): string {
  return [t("status.saved"), t("status.notSynced", { time: "88:88" })].join(" · ");
}

/** The problem and the next step, in a sentence too long for the line. */
export function troubleText(saving: Saving | null, sync: SyncStatus | null): string | null {
  if (saving?.state === "failed") return t(saving.reason === "full" ? "status.phoneFull" : "status.notStored");
  if (sync?.problem === "broken_chain") return t("status.oddAnswer");
  if (sync?.problem === "not_given_back" && sync.isStuck) return t("status.notGivenBack");
  if (sync?.problem === "not_ours") return t("status.notOurs");
  return sync?.problem === "log_full" && sync.waiting > 0 ? t("status.serverFull") : null;
}

/** In another person's case: whose it is, and whether this phone has access. */
export function whoseText({ owner, role }: Companionship, door: SyncStatus["shutOut"][number] | undefined): string {
  const whose = { owner: isolated(owner) };
  if (door) return t(door.wasIn ? "status.shutOut" : "status.notIn", whose);
  return t(role === "reader" ? "status.whoseReader" : "status.whose", whose);
}

function savingText({ state }: Saving): string {
  if (state === "failed") return t("status.notSaved");
  return t(state === "saved" ? "status.saved" : "status.saving");
}

function sendingText(sync: SyncStatus): string | null {
  const pull = sync.progress.find((progress) => progress.have < progress.total);
  if (pull) return t("status.receiving", { have: pull.have, total: pull.total });
  if (sync.waiting > 0) return waitingText(sync);
  const isLate = sync.isStuck && sync.phase !== "offline";
  if (sync.syncedAt === null) return isLate ? t("status.neverSynced") : null;
  return t(isLate ? "status.notSynced" : "status.sent", { time: timeText(sync.syncedAt) });
}

function waitingText({ phase, waiting }: SyncStatus): string {
  if (phase === "offline") return t("status.waitingForSignal", { count: waiting });
  return phase === "sending" ? t("status.sending") : t("status.waiting", { count: waiting });
}
