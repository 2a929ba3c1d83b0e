// Codes that the person has cancelled, from the request until the server confirms it, and codes of a day, which the
// person can still cancel. Both are kept on this phone: only the device that made an invitation may cancel it. Never
// keeps the code itself.
import { type InferOutput, object, picklist, string } from "valibot";
import type { Answer, ErrorCode, InviteApi } from "../../protocol/api";
import { decoded } from "../../protocol/shapes";
import type { Sealer } from "../keys/sealer";
import { type Vault, WITHDRAWALS } from "../keys/vault";
import type { Invitations, Offer } from "./invitations";

/**
 * "open": nobody has asked for it to be cancelled, and as far as this phone knows nobody has used it. "waiting": the server may not know yet. "cancelled": nobody has used the code, and nobody can. "used": it was used
 * before it was cancelled. "forgotten": the code ran out so long ago that the server no longer knows whether it was
 * used.
 */
export type WithdrawalState = "open" | "waiting" | "cancelled" | "used" | "forgotten";
/** `hasRunOut`: by this phone's clock the code has expired. */
export type Withdrawal = { invite: string; log: string; state: WithdrawalState; endsAt: string; hasRunOut: boolean };
export type WithdrawalRequest = { invite: string; log: string; device: string; endsAt: string };

export type WithdrawalParts = {
  vault: Pick<Vault, "device" | "keepText" | "keptTexts" | "forgetText">;
  api: Pick<InviteApi, "deleteInvite" | "inviteStatus">;
  now: () => string;
  /** Asks the server who has joined the case, because an open code of it was used. */
  onUsed: (log: string) => void;
};
const kept = object({
  invite: string(),
  log: string(),
  device: string(),
  endsAt: string(),
  state: picklist(["open", "waiting", "cancelled", "used", "forgotten"]),
  at: string(),
});
type Kept = InferOutput<typeof kept>;

const DAY_MS = 24 * 3_600_000;
// The server remembers an invitation for a day after its end.
const REMEMBERED_MS = 0.9 * DAY_MS;

export class Withdrawals {
  readonly #parts: WithdrawalParts;
  // Withdrawals that this phone had no space for, kept during this run.
  readonly #unstored = new Map<string, Kept>();

  constructor(parts: WithdrawalParts) {
    this.#parts = parts;
  }

  /** Cancels a code. Resolves once the withdrawal is stored and was tried once. */
  async request(wanted: WithdrawalRequest): Promise<void> {
    const withdrawal: Kept = { ...wanted, state: "waiting", at: this.#parts.now() };
    await this.#keep(withdrawal);
    await this.#attempt(withdrawal);
  }

  /** Keeps what is needed to cancel a code later. */
  async open(made: WithdrawalRequest): Promise<void> {
    await this.#keep({ ...made, state: "open", at: this.#parts.now() });
  }

  /** Cancels an open code. */
  async takeBack(invite: string): Promise<void> {
    const found = (await this.#kept()).find((one) => one.invite === invite && one.state === "open");
    if (found) await this.request(found);
  }

  /** Tries the waiting withdrawals, and looks whether the open codes were used. */
  async afterRound(): Promise<void> {
    for (const one of await this.#kept()) {
      if (one.state === "waiting") await this.#attempt(one);
      if (one.state === "open") await this.#look(one);
    }
  }

  /** The open codes, the waiting withdrawals, and the results of the others from the last day. */
  async all(): Promise<Withdrawal[]> {
    const shown: Withdrawal[] = [];
    for (const { invite, log, state, endsAt, at } of await this.#kept()) {
      const isOld = (state === "cancelled" || state === "forgotten") && this.#isPast(at, DAY_MS);
      if (isOld || (state === "open" && this.#isPast(endsAt))) await this.dismiss(invite);
      else shown.push({ invite, log, state, endsAt, hasRunOut: this.#isPast(endsAt) });
    }
    return shown;
  }

  /** The person has seen the result. */
  async dismiss(invite: string): Promise<void> {
    this.#unstored.delete(invite);
    await this.#parts.vault.forgetText(WITHDRAWALS + invite);
  }

  async #kept(): Promise<Kept[]> {
    const stored = (await this.#parts.vault.keptTexts(WITHDRAWALS)).flatMap(
      (text) => decoded(kept, JSON.parse(text)) ?? [],
    );
    return [...stored.filter(({ invite }) => !this.#unstored.has(invite)), ...this.#unstored.values()];
  }

  async #keep(withdrawal: Kept): Promise<void> {
    this.#unstored.delete(withdrawal.invite);
    await this.#parts.vault
      .keepText(WITHDRAWALS + withdrawal.invite, JSON.stringify(withdrawal))
      .catch(() => this.#unstored.set(withdrawal.invite, withdrawal));
  }

  async #look({ invite, log, device }: Kept): Promise<void> {
    const token = (await this.#parts.vault.device(device))?.token;
    const answer = token === undefined ? null : await this.#parts.api.inviteStatus(invite, token);
    if (!answer?.ok || answer.value.status === "open") return;
    const isUsed = answer.value.status === "claimed";
    // Somebody has looked whose case it is, and has not said yes.
    if (isUsed && answer.value.device === null) return;
    // Before the record goes: the server may take long to say who it was.
    if (isUsed) this.#parts.onUsed(log);
    await this.dismiss(invite);
  }

  async #attempt(withdrawal: Kept): Promise<void> {
    const state = await this.#stateOf(withdrawal);
    if (state !== "waiting") await this.#keep({ ...withdrawal, state, at: this.#parts.now() });
  }

  async #stateOf({ invite, device, endsAt }: Kept): Promise<WithdrawalState> {
    const { api, vault } = this.#parts;
    // Without the key that it was made with, the invitation can no longer be asked for.
    const token = (await vault.device(device))?.token;
    if (token === undefined) return this.#isPast(endsAt, DAY_MS) ? "forgotten" : "waiting";
    const said = codeOf(await api.deleteInvite(invite, token));
    if (said === "invite_used") return "used";
    if (said === "not_found" && this.#isPast(endsAt, REMEMBERED_MS)) return "forgotten";
    // It counts as cancelled when the server no longer knows it, not when the request was answered.
    const isGone = said === "done" || said === "not_found";
    return isGone && codeOf(await api.inviteStatus(invite, token)) === "not_found" ? "cancelled" : "waiting";
  }

  #isPast(instant: string, ms = 0): boolean {
    return Date.parse(this.#parts.now()) > Date.parse(instant) + ms;
  }
}

/** Cancels the code of an offer that this phone made on that log. */
export async function cancel(parts: CancelParts, log: string, offer: Offer): Promise<void> {
  const made = await madeHere(parts, log, offer);
  if (made) await parts.withdrawals.request(made);
}

/** Keeps the code of an offer that this phone made on that log, so that it can be cancelled after the screen is gone. */
export async function keepOpen(parts: CancelParts, log: string, offer: Offer): Promise<void> {
  const made = await madeHere(parts, log, offer);
  if (made) await parts.withdrawals.open(made);
}

async function madeHere({ sealer, invitations }: CancelParts, log: string, offer: Offer) {
  const device = (await sealer.credentials(log))?.device;
  const invite = await invitations.idOf(offer);
  return device && invite ? { invite, log, device, endsAt: offer.endsAt } : null;
}

type CancelParts = { sealer: Sealer; invitations: Invitations; withdrawals: Withdrawals };

function codeOf(answer: Answer<unknown>): ErrorCode | "done" {
  return answer.ok ? "done" : answer.code;
}
