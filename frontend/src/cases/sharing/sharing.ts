// Everything to do with other phones: the person's own and companions'. Loaded on demand: the first screen needs none
// of it.
import { madeOnce } from "../../promises";
import type { ServerApi } from "../../protocol/api";
import type { LocalLog } from "../../storage/localLog";
import type { MergeProgress } from "../../storage/mergeProgress";
import type { LiveBook } from "../documents/liveBook";
import type { After, Provider } from "../documents/provider";
import type { KeyringHolder } from "../keys/keyring";
import { KeyringMerge } from "../keys/keyringMerge";
import { createLogMove } from "../keys/logMove";
import type { Sealer } from "../keys/sealer";
import { RECOVERED, type Vault } from "../keys/vault";
import type { RecoveryCodes } from "../recoveryCode/recoveryCode";
import { Access } from "./access";
import { Companions } from "./companions";
import type { EnvelopeOpener } from "./foreignKeyring";
import { Invitations } from "./invitations";
import { OwnPhones } from "./ownPhones";
import { Pairing } from "./pairing";
import { createListRemovals, type ListRemovals } from "./removals";
import { Withdrawals } from "./withdrawals";

export { moveOver } from "../keys/keyringMerge";
export { SecondKeyrings } from "../keys/secondKeyrings";

export type Sharing = {
  pairing: Pairing;
  keyringMerge: KeyringMerge;
  ownPhones: OwnPhones;
  companions: Companions;
  withdrawals: Withdrawals;
  /** The recovery code, loaded when there is one or somebody asks for one. */
  recoveryCodes: () => Promise<RecoveryCodes>;
  /** Actions on what others wrote and this phone set aside. */
  mergeProgress: Pick<MergeProgress, "setAside" | "retrySetAside">;
  /** What others removed from a case or wrote over, latest first. */
  removals: ListRemovals;
  /** Carries out, at the end of an exchange, withdrawals and what the keyring requests of the server. */
  afterRound(): Promise<void>;
};
export type SharingParts = {
  keyring: KeyringHolder;
  sealer: Sealer;
  vault: Vault;
  log: LocalLog;
  mergeProgress: MergeProgress;
  book: LiveBook;
  api: ServerApi;
  opener: EnvelopeOpener;
  /** Exchanges with the server now, so that it knows this phone's grant before an invite is made with it. */
  exchangeNow: () => Promise<void>;
  after: After;
  open: (log: string) => Promise<Provider>;
  /** This run of the app. */
  run: string;
  now: () => string;
  /** Where the app is served, for links. */
  origin: string;
  /** What this phone is called when the person has given it no name. */
  phoneName: string;
};

export function createSharing(parts: SharingParts): Sharing {
  const phoneName = () => {
    const { book } = parts;
    return book.phones().find(({ id }) => id === book.thisPhone())?.name.value || parts.phoneName;
  };
  const invitations = new Invitations({ ...parts, phoneName, invites: parts.api });
  const access = new Access(parts);
  const keyringMerge = new KeyringMerge(parts);
  const ownPhones = new OwnPhones(parts);
  const withdrawals = new Withdrawals({ ...parts, onUsed: (log) => access.askAgain(log) });
  const moving = createLogMove(parts);
  const pairing = new Pairing({ ...parts, phoneName, keyringMerge, ownPhones, invitations, withdrawals });
  const loaded = new Map<string, Promise<RecoveryCodes>>();
  const recoveryCodes = () =>
    madeOnce(loaded, "", async () => {
      const { RecoveryCodes } = await import("../recoveryCode/recoveryCode");
      const bringIn: Pairing["bringIn"] = (...what) => pairing.bringIn(...what);
      return new RecoveryCodes({ ...parts, bringIn });
    });
  return {
    pairing,
    keyringMerge,
    ownPhones,
    companions: new Companions({ ...parts, invitations, withdrawals, access }),
    withdrawals,
    recoveryCodes,
    mergeProgress: parts.mergeProgress,
    removals: createListRemovals(parts),
    async afterRound() {
      await moving.afterRound();
      await withdrawals.afterRound();
      await access.afterRound();
      await ownPhones.afterRound();
      const isRecoverable = parts.keyring.recoveryCodeState() !== "none" || (await parts.vault.holds(RECOVERED));
      if (isRecoverable) await (await recoveryCodes()).afterRound();
    },
  };
}
