// Everything that has to do with other phones: the person's own ones and companions'. Loaded only when it is asked for,
// because the first screen can stand without it.
import type { InviteApi, LogApi } from "../protocol/api";
import type { UpdateLog } from "../storage/updateLog";
import type { CaseBook } from "./book";
import { type Companions, createCompanions } from "./companions";
import { createDoorkeeper, type Doorkeeper } from "./doorkeeper";
import { createInvitations } from "./invitations";
import type { KeyringHolder } from "./keyring";
import { createPairing, type Pairing } from "./pairing";
import type { After } from "./provider";
import type { Sealer } from "./sealer";
import type { Vault } from "./vault";

export type Others = { pairing: Pairing; companions: Companions; doorkeeper: Doorkeeper };
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
  /** Where the app is served, for links. */
  origin: string;
};

export function createOthers(parts: OthersParts): Others {
  const invitations = createInvitations(parts.api, parts.vault, parts.origin);
  const doorkeeper = createDoorkeeper(parts);
  return {
    doorkeeper,
    pairing: createPairing({ ...parts, invitations }),
    companions: createCompanions({ ...parts, invitations, doorkeeper }),
  };
}
