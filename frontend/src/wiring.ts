// Wires the storage, keys, case book and sync of one phone together. Loads what no first screen waits for when it is
// needed. No logic of its own except the order.

import type { Copies } from "./cases/copy/copies";
import { createGrowth } from "./cases/documents/growth";
import { LiveBook } from "./cases/documents/liveBook";
import { type After, Provider, type ProviderParts } from "./cases/documents/provider";
import { createRecovery, type Recovery } from "./cases/documents/recovery";
import type { UntrustedMerge, UntrustedMergeParts } from "./cases/documents/untrustedMerge";
import { KeyringHolder } from "./cases/keys/keyring";
import { createRepair, type Repair } from "./cases/keys/repair";
import type { Resealer, Seals } from "./cases/keys/resealer";
import { Sealer, type SealerParts } from "./cases/keys/sealer";
import { Vault, WITHDRAWALS } from "./cases/keys/vault";
import type { Sharing } from "./cases/sharing/sharing";
import { newId, sha256 } from "./crypto/primitives";
import { caseKey, isSigned, open as openEnvelope } from "./crypto/seal";
import { madeOnce } from "./promises";
import type { Credentials, Finding, ServerApi } from "./protocol/api";
import { type Changes, type Channel, createChanges } from "./storage/changes";
import type { WithDatabase } from "./storage/database";
import { createDraftStore, type DraftStore } from "./storage/drafts";
import { LocalLog } from "./storage/localLog";
import type { MergeProgress } from "./storage/mergeProgress";
import { SecretStore } from "./storage/secrets";
import type { SetAsideStore } from "./storage/setAside";
import { createStateStore, type StateStore } from "./storage/states";
import type { Engine } from "./sync/engine";
import { lazyEngine } from "./sync/lazyEngine";
import { LiveStatus } from "./sync/liveStatus";

export type Platform = {
  withDatabase: WithDatabase;
  /** The door to the server, loaded when it is first used. */
  api: () => Promise<ServerApi>;
  channel: Channel | null;
  now: () => string;
  /** How many minutes local time is ahead of UTC at an instant. */
  minutesEast: (instant: string) => number;
  after: After;
  random: () => number;
  exclusively: (work: () => Promise<void>) => Promise<boolean>;
  isOnline: () => boolean;
  /** Whether the browser has space beyond what is reserved for this person's own words. */
  hasSpaceForOthers: () => Promise<boolean>;
  origin: string;
  phoneName: string;
  /** After how many rows the sealed state of a log is written again. */
  rowsBeforeState: number;
  /** What opened the app lock, if there is one. */
  lockKey?: CryptoKey | undefined;
  /** Receives unexpected errors. */
  onError: (error: unknown) => void;
};

export class Wiring {
  readonly book: LiveBook;
  readonly engine: Engine;
  readonly repair: Repair;
  readonly log: LocalLog;
  readonly #platform: Platform;
  readonly #changes: Changes;
  readonly #secrets: SecretStore;
  readonly #vault: Vault;
  readonly #drafts: DraftStore;
  readonly #states: StateStore;
  readonly #hasGrown: ProviderParts["hasGrown"];
  readonly #sealer: Sealer;
  readonly #recovery: Recovery;
  readonly #keyring: KeyringHolder;
  readonly #status: LiveStatus;
  readonly #run = newId();
  readonly #sharing = new Map<string, Promise<Sharing>>();

  constructor(platform: Platform) {
    const { withDatabase, now, after, onError, phoneName, minutesEast } = platform;
    this.#platform = platform;
    const changes = createChanges(platform.channel);
    this.#changes = changes;
    const log = new LocalLog(withDatabase, changes);
    this.log = log;
    this.#secrets = new SecretStore(withDatabase, platform.lockKey);
    const vault = new Vault(this.#secrets);
    this.#vault = vault;
    this.#drafts = createDraftStore(withDatabase);
    const states = createStateStore(withDatabase);
    this.#states = states;
    this.#hasGrown = createGrowth(platform.rowsBeforeState, after, async (name) => {
      const { writeState } = await import("./phoneSync");
      await writeState({ log, sealer: this.#sealer, vault, states }, name);
    });
    const keysOf: SealerParts["keysOf"] = (name) => this.#keyring.keysOf(name);
    this.#sealer = new Sealer({ log, vault, keysOf, resealer: (seals) => this.#loadResealer(seals) });
    this.#recovery = createRecovery(() => this.#putBack(), after);
    const open = (name: string) => this.#open(name);
    const loadSecondKeyrings = () => import("./cases/sharing/sharing");
    const onChange = () => this.book.changed();
    const keyringParts = { log, changes, vault, open, now, phoneName, loadSecondKeyrings, onChange, onError };
    this.#keyring = new KeyringHolder(keyringParts);
    const register = (name: string) => log.register(name);
    this.book = new LiveBook({ keyring: this.#keyring, register, open, now, minutesEast });
    this.#status = new LiveStatus(log);
    this.engine = lazyEngine({ status: this.#status, load: () => this.#loadEngine(), after, onError });
    this.repair = createRepair(log, changes, this.#sealer, onError);
  }

  async open(): Promise<void> {
    await this.#keyring.load();
    // No first screen waits for it.
    this.repair.start().catch(this.#platform.onError);
  }

  sharing(): Promise<Sharing> {
    return madeOnce(this.#sharing, "", () => this.#loadSharing());
  }

  async copies(): Promise<Copies> {
    const { createCopies } = await import("./cases/copy/copies");
    return createCopies({ keyring: this.#keyring, book: this.book, log: this.log, now: this.#platform.now });
  }

  async setAside(): Promise<SetAsideStore> {
    return (await import("./phoneSync")).createSetAsideStore(this.#platform.withDatabase);
  }

  recover(): void {
    this.book.doubtAll();
    this.#recovery.begin();
  }

  #open(name: string): Promise<Provider> {
    const { after, now } = this.#platform;
    const parts = {
      log: this.log,
      changes: this.#changes,
      sealer: this.#sealer,
      drafts: this.#drafts,
      states: this.#states,
      hasGrown: this.#hasGrown,
      vault: this.#vault,
      recovery: this.#recovery,
      after,
      now,
      untrustedMerge: (...what: Parameters<ProviderParts["untrustedMerge"]>) => this.#loadUntrustedMerge(...what),
    };
    return Provider.open(parts, name);
  }

  async #loadUntrustedMerge(...what: Parameters<ProviderParts["untrustedMerge"]>): Promise<UntrustedMerge> {
    const { UntrustedMerge } = await import("./phoneSync");
    const deviceOwnerOf: UntrustedMergeParts["deviceOwnerOf"] = (log, device) => this.book.deviceOwnerOf(log, device);
    const mergeProgress = await this.#loadMergeProgress();
    const parts = { log: this.log, sealer: this.#sealer, now: this.#platform.now, mergeProgress, deviceOwnerOf };
    return new UntrustedMerge(parts, ...what);
  }

  async #loadMergeProgress(): Promise<MergeProgress> {
    const { MergeProgress } = await import("./phoneSync");
    return new MergeProgress(this.#platform.withDatabase, this.#changes, this.#run);
  }

  async #loadResealer(seals: Seals): Promise<Resealer> {
    const { Resealer, createReseals } = await import("./phoneSync");
    return new Resealer(this.log, createReseals(this.#platform.withDatabase, this.#changes), seals);
  }

  async #loadEngine(): Promise<Engine> {
    const { withDatabase, now, after, random, hasSpaceForOthers, exclusively, isOnline, onError } = this.#platform;
    const [{ buildSync }, api] = await Promise.all([import("./phoneSync"), this.#platform.api()]);
    return buildSync({
      withDatabase,
      log: this.log,
      status: this.#status,
      changes: this.#changes,
      api,
      hash: sha256,
      isSigned,
      sealFinding: (log, envelope) => this.#sealFinding(log, envelope),
      hasSpaceForOthers,
      clock: { now, after, random },
      credentials: (log) => this.#credentials(log),
      firstLog: () => this.#keyring.current()?.secret.log ?? null,
      afterRound: () => this.#afterRound(),
      exclusively,
      isOnline,
      onError,
    });
  }

  async #sealFinding(log: string, envelope: Uint8Array): Promise<Finding | null> {
    const opened = await this.#sealer.openRow({ log, envelope });
    return opened.ok ? null : opened.finding;
  }

  // A phone that was taken out asks for nothing any more: its owner token would let it in again.
  async #credentials(log: string): Promise<Credentials | null> {
    await this.#keyring.current()?.provider.catchUp();
    return this.#keyring.isOut() ? null : this.#sealer.credentials(log);
  }

  async #afterRound(): Promise<void> {
    const keyring = this.#keyring;
    const isShared = keyring.isOpenToGuests() || keyring.hasOthers() || keyring.recoveryCodeState() !== "none";
    if (this.book.cases().some(({ copyOf }) => copyOf)) await (await this.copies()).joinCopies();
    if (isShared || this.#sharing.size > 0 || (await this.#vault.holds(WITHDRAWALS)))
      await (await this.sharing()).afterRound();
  }

  async #loadSharing(): Promise<Sharing> {
    const { after, now, origin, phoneName } = this.#platform;
    const [{ createSharing }, mergeProgress, api] = await Promise.all([
      import("./cases/sharing/sharing"),
      this.#loadMergeProgress(),
      this.#platform.api(),
    ]);
    return createSharing({
      keyring: this.#keyring,
      sealer: this.#sealer,
      vault: this.#vault,
      log: this.log,
      mergeProgress,
      book: this.book,
      api,
      opener: { open: openEnvelope, caseKey },
      exchangeNow: () => this.#exchangeNow(),
      after,
      open: (name) => this.#open(name),
      run: this.#run,
      now,
      origin,
      phoneName,
    });
  }

  #exchangeNow(): Promise<void> {
    this.engine.wake();
    return this.engine.settled();
  }

  // The secrets first: nothing can be sealed without them, and no others may be made in their place.
  async #putBack(): Promise<void> {
    const held = this.#keyring.current();
    if (!held) return;
    await this.#secrets.restore();
    // Loaded when something is gone, not when a storage was only closed.
    if (!(await this.book.restoreAll(async () => (await import("./phoneSync")).wholeOf))) return;
    await this.#keyring.restore();
    await this.log.addNotice(held.secret.log, { code: "phone_lost_entries", count: 1, at: this.#platform.now() });
  }
}
