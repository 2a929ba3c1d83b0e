// Everything that has to do with other phones: the person's own ones and companions'. Loaded only when it is asked for,
// because the first screen can stand without it.
import type { InviteApi, LogApi } from "../protocol/api";
import type { UpdateLog } from "../storage/updateLog";
import type { CaseBook } from "./book";
import { type Companions, createCompanions } from "./companions";
import { createDoorkeeper } from "./doorkeeper";
import { createInvitations } from "./invitations";
import type { KeyringHolder } from "./keyring";
import { createPairing, type Pairing } from "./pairing";
import type { After } from "./provider";
import type { Sealer } from "./sealer";
import type { Vault } from "./vault";
import { createWithdrawals, type Withdrawals } from "./withdrawals";

export type Others = {
  pairing: Pairing;
  companions: Companions;
  withdrawals: Withdrawals;
  /** Does, at the end of an exchange, what was wished and what the keyring wants of the server. */
  tend(): Promise<void>;
};
export type OthersParts = {
  keyring: KeyringHolder;
  sealer: Sealer;
  vault: Vault;
  log: UpdateLog;
  book: CaseBook;
  api: LogApi & InviteApi;
  /** Exchanges with the server now, so that it knows this phone's grant before an invite is made with it. */
  exchangeNow: () => Promise<void>;
  after: After;
  now: () => string;
  /** Where the app is served, for links. */
  origin: string;
};

export function createOthers(parts: OthersParts): Others {
  const invitations = createInvitations({ ...parts, invites: parts.api });
  const doorkeeper = createDoorkeeper(parts);
  const withdrawals = createWithdrawals(parts);
  return {
    pairing: createPairing({ ...parts, invitations, withdrawals }),
    companions: createCompanions({ ...parts, invitations, withdrawals, doorkeeper }),
    withdrawals,
    async tend() {
      await withdrawals.tend();
      await doorkeeper.tend();
    },
  };
}
