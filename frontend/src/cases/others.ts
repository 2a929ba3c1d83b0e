// Everything that has to do with other phones: the person's own ones and companions'. Loaded only when it is asked for,
// because the first screen can stand without it.
import type { InviteApi, LogApi } from "../protocol/api";
import type { Trials } from "../storage/trials";
import type { UpdateLog } from "../storage/updateLog";
import { type Before, createBefore } from "./before";
import type { LiveBook } from "./book";
import { type Companions, createCompanions } from "./companions";
import { createDoorkeeper } from "./doorkeeper";
import type { Opening } from "./foreignKeyring";
import { createInvitations } from "./invitations";
import type { KeyringHolder } from "./keyring";
import { createMoving } from "./moving";
import { createOwnPhones, type OwnPhones } from "./ownPhones";
import { createPairing, type Pairing } from "./pairing";
import type { After, Provider } from "./provider";
import type { Sealer } from "./sealer";
import { createTwoKeyrings, type TwoKeyrings } from "./twoKeyrings";
import type { Vault } from "./vault";
import { createWithdrawals, type Withdrawals } from "./withdrawals";

export { createBesides } from "./besides";
export { moveOver } from "./twoKeyrings";

export type Others = {
  pairing: Pairing;
  twoKeyrings: TwoKeyrings;
  ownPhones: OwnPhones;
  companions: Companions;
  withdrawals: Withdrawals;
  /** What is done with what others wrote and this phone set aside. */
  trials: Pick<Trials, "setAside" | "lookAgain">;
  /** What others removed from a case or wrote over, the last of it first. */
  before: Before;
  /** Does, at the end of an exchange, what was wished and what the keyring wants of the server. */
  tend(): Promise<void>;
};
export type OthersParts = {
  keyring: KeyringHolder;
  sealer: Sealer;
  vault: Vault;
  log: UpdateLog;
  trials: Trials;
  book: LiveBook;
  api: LogApi & InviteApi;
  opening: Opening;
  /** Exchanges with the server now, so that it knows this phone's grant before an invite is made with it. */
  exchangeNow: () => Promise<void>;
  after: After;
  open: (log: string) => Promise<Provider>;
  /** This run of the app. */
  life: string;
  now: () => string;
  /** Where the app is served, for links. */
  origin: string;
  /** What this phone is called when the person has given it no name. */
  phoneName: string;
};

export function createOthers(parts: OthersParts): Others {
  const phoneName = () => {
    const { thisPhone, phones } = parts.book;
    return phones().find(({ id }) => id === thisPhone())?.name.value || parts.phoneName;
  };
  const invitations = createInvitations({ ...parts, phoneName, invites: parts.api });
  const doorkeeper = createDoorkeeper(parts);
  const twoKeyrings = createTwoKeyrings(parts);
  const ownPhones = createOwnPhones(parts);
  const withdrawals = createWithdrawals(parts);
  const moving = createMoving(parts);
  return {
    pairing: createPairing({ ...parts, phoneName, twoKeyrings, ownPhones, invitations, withdrawals }),
    twoKeyrings,
    ownPhones,
    companions: createCompanions({ ...parts, invitations, withdrawals, doorkeeper }),
    withdrawals,
    trials: parts.trials,
    before: createBefore(parts),
    async tend() {
      await moving.tend();
      await withdrawals.tend();
      await doorkeeper.tend();
      await ownPhones.tend();
    },
  };
}
