// Codes that the person has cancelled, from the wish to the server's word that it is done. A wish is kept on this phone until
// then: only the device that made an invitation may take it back. Never keeps the code itself.
import type { Answer, ErrorCode, InviteApi } from "../../protocol/api";
import { type Vault, WITHDRAWALS } from "../keys/vault";

/**
 * "waiting": the server may not know yet. "cancelled": nobody has used the code, and nobody can. "used": somebody did, before
 * it was cancelled. "forgotten": the code has run out long ago, and nobody can tell any more whether it was used.
 */
export type WithdrawalState = "waiting" | "cancelled" | "used" | "forgotten";
/** `hasRunOut`: by this phone's clock the code has ended by itself. */
export type Withdrawal = { invite: string; log: string; state: WithdrawalState; endsAt: string; hasRunOut: boolean };
export type WithdrawalRequest = { invite: string; log: string; device: string; endsAt: string };

export interface Withdrawals {
  /** Wishes a code cancelled. Resolves when that is stored and was tried once. */
  request(wanted: WithdrawalRequest): Promise<void>;
  /** Tries what waits. */
  afterRound(): Promise<void>;
  /** What waits, and what has come of the others in the last day. */
  all(): Promise<Withdrawal[]>;
  /** The person has seen what has come of it. */
  dismiss(invite: string): Promise<void>;
}

export type WithdrawalParts = {
  vault: Pick<Vault, "device" | "keepText" | "keptTexts" | "forgetText">;
  api: Pick<InviteApi, "deleteInvite" | "inviteStatus">;
  now: () => string;
};
type Kept = WithdrawalRequest & { state: WithdrawalState; at: string };

const DAY_MS = 24 * 3_600_000;
// The server tells of an invitation for a day after its end.
const REMEMBERED_MS = 0.9 * DAY_MS;

export function createWithdrawals({ vault, api, now }: WithdrawalParts): Withdrawals {
  // What this phone had no room for, while it is on.
  const unstored = new Map<string, Kept>();
  const isPast = (instant: string, ms = 0) => Date.parse(now()) > Date.parse(instant) + ms;

  async function kept(): Promise<Kept[]> {
    const stored = (await vault.keptTexts(WITHDRAWALS)).flatMap((text) => keptIn(text) ?? []);
    return [...stored.filter(({ invite }) => !unstored.has(invite)), ...unstored.values()];
  }

  async function keep(withdrawal: Kept): Promise<void> {
    unstored.delete(withdrawal.invite);
    await vault
      .keepText(WITHDRAWALS + withdrawal.invite, JSON.stringify(withdrawal))
      .catch(() => unstored.set(withdrawal.invite, withdrawal));
  }

  async function attempt(withdrawal: Kept): Promise<void> {
    const state = await stateOf(withdrawal);
    if (state !== "waiting") await keep({ ...withdrawal, state, at: now() });
  }

  async function stateOf({ invite, device, endsAt }: Kept): Promise<WithdrawalState> {
    const token = await tokenOf(device);
    if (token === null) return isPast(endsAt, DAY_MS) ? "forgotten" : "waiting";
    const said = codeOf(await api.deleteInvite(invite, token));
    if (said === "invite_used") return "used";
    if (said === "not_found" && isPast(endsAt, REMEMBERED_MS)) return "forgotten";
    // Cancelled is what the server no longer knows, not what answered the wish.
    const isGone = said === "done" || said === "not_found";
    return isGone && codeOf(await api.inviteStatus(invite, token)) === "not_found" ? "cancelled" : "waiting";
  }

  // Without the key that it was made with, nobody can ask for the invitation any more.
  async function tokenOf(device: string): Promise<string | null> {
    return (await vault.device(device))?.token ?? null;
  }

  async function forget(invite: string): Promise<void> {
    unstored.delete(invite);
    await vault.forgetText(WITHDRAWALS + invite);
  }

  return {
    async request(wanted) {
      const withdrawal: Kept = { ...wanted, state: "waiting", at: now() };
      await keep(withdrawal);
      await attempt(withdrawal);
    },
    async afterRound() {
      for (const withdrawal of await kept()) if (withdrawal.state === "waiting") await attempt(withdrawal);
    },
    async all() {
      const shown: Withdrawal[] = [];
      for (const { invite, log, state, endsAt, at } of await kept()) {
        const isOld = (state === "cancelled" || state === "forgotten") && isPast(at, DAY_MS);
        if (isOld) await forget(invite);
        else shown.push({ invite, log, state, endsAt, hasRunOut: isPast(endsAt) });
      }
      return shown;
    },
    dismiss: forget,
  };
}

function codeOf(answer: Answer<unknown>): ErrorCode | "done" {
  return answer.ok ? "done" : answer.code;
}

function keptIn(text: string): Kept | null {
  const { invite, log, device, endsAt, state, at } = Object(JSON.parse(text));
  const known = (["waiting", "cancelled", "used", "forgotten"] as const).find((one) => one === state);
  const texts = [invite, log, device, endsAt, at].map(String);
  const [a = "", b = "", c = "", d = "", e = ""] = texts;
  return known ? { invite: a, log: b, device: c, endsAt: d, state: known, at: e } : null;
}
