// Wires one phone together: its storage, keys, book of cases and sync. Everything it meets of the world outside (network,
// clock, other tabs) comes in, so the app and the simulator build the same phone.
import { createBook, type LiveBook } from "./cases/documents/book";
import { type After, openProvider, type Provider, type ProviderParts } from "./cases/documents/provider";
import { createRecovery } from "./cases/documents/recovery";
import { createKeyringHolder } from "./cases/keys/keyring";
import { createRepair, type Repair } from "./cases/keys/repair";
import { createSealer } from "./cases/keys/sealer";
import { createVault, WITHDRAWALS } from "./cases/keys/vault";
import type { Sharing } from "./cases/sharing/sharing";
import { newId, sha256 } from "./crypto/primitives";
import { caseKey, isSigned, open as openEnvelope } from "./crypto/seal";
import type { InviteApi, LogApi } from "./protocol/api";
import { type Channel, createChanges } from "./storage/changes";
import type { WithDatabase } from "./storage/database";
import { createDraftStore } from "./storage/drafts";
import { createLocalLog, type LocalLog } from "./storage/localLog";
import { createSecretStore } from "./storage/secrets";
import type { SetAsideStore } from "./storage/setAside";
import type { Engine } from "./sync/engine";
import { lazyEngine } from "./sync/lazyEngine";
import { createStatus } from "./sync/liveStatus";

type Api = LogApi & InviteApi;

export type Platform = {
  withDatabase: WithDatabase;
  /** The door to the server, loaded when something first has to go through it. */
  api: () => Promise<Api>;
  channel: Channel | null;
  now: () => string;
  /** How many minutes the clock on the wall is ahead of UTC at an instant. */
  minutesEast: (instant: string) => number;
  after: After;
  random: () => number;
  exclusively: (work: () => Promise<void>) => Promise<boolean>;
  isOnline: () => boolean;
  /** Whether the browser has room beyond what is kept free for this person's own words. */
  hasSpaceForOthers: () => Promise<boolean>;
  origin: string;
  phoneName: string;
  /** Where an error ends that nobody expected. */
  onError: (error: unknown) => void;
};
export type Phone = {
  book: LiveBook;
  engine: Engine;
  repair: Repair;
  log: LocalLog;
  /** Puts back what the storage lost while this phone was on. To be called whenever the database was opened again. */
  recover: () => void;
  /** What has to do with other phones, loaded when it is first asked for. */
  sharing: () => Promise<Sharing>;
  /** What is kept on this phone and stands in no case, loaded when somebody asks. */
  setAside: () => Promise<SetAsideStore>;
};

/** Builds the phone and opens its keyring. Sync starts with `engine.start()`. */
export async function buildPhone(platform: Platform): Promise<Phone> {
  const { withDatabase, now, after } = platform;
  const changes = createChanges(platform.channel);
  const log = createLocalLog(withDatabase, changes);
  const secrets = createSecretStore(withDatabase);
  const vault = createVault(secrets);
  const drafts = createDraftStore(withDatabase);
  const sealer = createSealer({
    log,
    vault,
    keysOf: (name) => keyring.keysOf(name),
    resealer: async (seals) => {
      const { createResealer, createReseals } = await import("./phoneSync");
      return createResealer(log, createReseals(withDatabase, changes), seals);
    },
  });
  const recovery = createRecovery(putBack, after);
  const open = (name: string): Promise<Provider> =>
    openProvider({ log, changes, sealer, drafts, vault, recovery, after, now, untrustedMerge }, name);
  const untrustedMerge: ProviderParts["untrustedMerge"] = async (...what) => {
    const { createUntrustedMerge } = await import("./phoneSync");
    return createUntrustedMerge(
      { log, sealer, now, mergeProgress: await loadMergeProgress(), deviceOwnerOf: book.deviceOwnerOf },
      ...what,
    );
  };
  const run = newId();
  const loadMergeProgress = async () => (await import("./phoneSync")).createMergeProgress(withDatabase, changes, run);
  const keyring = createKeyringHolder({
    log,
    changes,
    vault,
    open,
    now,
    phoneName: platform.phoneName,
    loadSecondKeyrings: () => import("./cases/sharing/sharing"),
    onChange: () => book.changed(),
    onError: platform.onError,
  });
  const book = createBook({ keyring, register: log.register, open, now, minutesEast: platform.minutesEast });
  const status = createStatus(log);
  const loadEngine = async () => {
    const [{ buildSync }, api] = await Promise.all([import("./phoneSync"), platform.api()]);
    return buildSync({
      withDatabase,
      log,
      status,
      changes,
      api,
      hash: sha256,
      isSigned,
      sealFinding: async (name, envelope) => {
        const opened = await sealer.openRow({ log: name, envelope });
        return opened.ok ? null : opened.finding;
      },
      hasSpaceForOthers: platform.hasSpaceForOthers,
      clock: { now, after, random: platform.random },
      // A phone that was taken out asks for nothing any more: with the owner token it would let itself in again.
      credentials: async (name) => {
        await keyring.current()?.provider.catchUp();
        return keyring.isOut() ? null : sealer.credentials(name);
      },
      firstLog: () => keyring.current()?.secret.log ?? null,
      afterRound: async () => {
        if (keyring.isOpenToGuests() || keyring.hasOthers() || sharing.isLoaded() || (await vault.holds(WITHDRAWALS)))
          await (await sharing()).afterRound();
      },
      exclusively: platform.exclusively,
      isOnline: platform.isOnline,
      onError: platform.onError,
    });
  };
  const engine = lazyEngine({ status, load: loadEngine, after, onError: platform.onError });
  const exchangeNow = () => {
    engine.wake();
    return engine.settled();
  };
  const { origin, phoneName } = platform;
  const sharing = loadedOnce(async () => {
    const [{ createSharing }, mergeProgress, api] = await Promise.all([
      import("./cases/sharing/sharing"),
      loadMergeProgress(),
      platform.api(),
    ]);
    const opener = { open: openEnvelope, caseKey };
    return createSharing({
      keyring,
      sealer,
      vault,
      log,
      mergeProgress,
      book,
      api,
      opener,
      exchangeNow,
      after,
      open,
      run,
      now,
      origin,
      phoneName,
    });
  });
  const repair = createRepair(log, changes, sealer, platform.onError);
  await keyring.load();
  await repair.start();
  const setAside = async () => (await import("./phoneSync")).createSetAsideStore(withDatabase);
  return { book, engine, repair, log, sharing, setAside, recover };

  function recover(): void {
    book.doubtAll();
    recovery.begin();
  }

  // The secrets first: nothing can be sealed without them, and nobody may make others.
  async function putBack(): Promise<void> {
    const held = keyring.current();
    if (!held) return;
    await secrets.restore();
    // Loaded when something is gone, and not for a storage that was only closed.
    if (!(await book.restoreAll(async () => (await import("./phoneSync")).wholeOf))) return;
    await keyring.restore();
    await log.addNotice(held.secret.log, { code: "phone_lost_entries", count: 1, at: now() });
  }
}

/** What could not be loaded may come the next time. */
function loadedOnce<T>(load: () => Promise<T>): (() => Promise<T>) & { isLoaded: () => boolean } {
  let loading: Promise<T> | null = null;
  const loaded = () => {
    const present = loading ?? load();
    loading = present;
    present.catch(() => {
      loading = null;
    });
    return present;
  };
  return Object.assign(loaded, { isLoaded: () => loading !== null });
}
