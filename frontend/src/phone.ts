// Wires one phone together: its storage, keys, book of cases and sync. Everything it meets of the world outside (network,
// clock, other tabs) comes in, so the app and the simulator build the same phone.
import { createBook, type LiveBook } from "./cases/book";
import { type Caretaker, createCaretaker } from "./cases/caretaker";
import { createKeyringHolder } from "./cases/keyring";
import type { Others } from "./cases/others";
import { type After, openProvider, type Provider, type ProviderParts } from "./cases/provider";
import { createRecovery } from "./cases/recovery";
import { createSealer } from "./cases/sealer";
import { createVault, WISHES } from "./cases/vault";
import { newId, sha256 } from "./crypto/primitives";
import { caseKey, isSigned, open as openEnvelope } from "./crypto/seal";
import type { InviteApi, LogApi } from "./protocol/api";
import { type Channel, createChanges } from "./storage/changes";
import type { WithDatabase } from "./storage/database";
import { createDraftStore } from "./storage/drafts";
import { createSecretStore } from "./storage/secrets";
import type { AsideStore } from "./storage/setAside";
import { createUpdateLog, type UpdateLog } from "./storage/updateLog";
import type { Engine } from "./sync/engine";
import { lateEngine } from "./sync/lateEngine";
import { createStatus } from "./sync/liveStatus";

type Api = LogApi & InviteApi;

export type World = {
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
  isRoomForOthers: () => Promise<boolean>;
  origin: string;
  phoneName: string;
  /** Where an error ends that nobody expected. */
  onError: (error: unknown) => void;
};
export type Phone = {
  book: LiveBook;
  engine: Engine;
  caretaker: Caretaker;
  log: UpdateLog;
  /** Puts back what the storage lost while this phone was on. To be called whenever the database was opened again. */
  recover: () => void;
  /** What has to do with other phones, loaded when it is first asked for. */
  others: () => Promise<Others>;
  /** What is kept on this phone and stands in no case, loaded when somebody asks. */
  aside: () => Promise<AsideStore>;
};

/** Builds the phone and opens its keyring. Sync starts with `engine.start()`. */
export async function buildPhone(world: World): Promise<Phone> {
  const { withDatabase, now, after } = world;
  const changes = createChanges(world.channel);
  const log = createUpdateLog(withDatabase, changes);
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
    openProvider({ log, changes, sealer, drafts, vault, recovery, after, now, trying }, name);
  const trying: ProviderParts["trying"] = async (...what) => {
    const { createTrying } = await import("./phoneSync");
    return createTrying({ log, sealer, now, trials: await loadTrials(), standingOf: book.standingOf }, ...what);
  };
  const life = newId();
  const loadTrials = async () => (await import("./phoneSync")).createTrials(withDatabase, changes, life);
  const keyring = createKeyringHolder({
    log,
    changes,
    vault,
    open,
    now,
    phoneName: world.phoneName,
    later: () => import("./cases/others"),
    onChange: () => book.changed(),
    onError: world.onError,
  });
  const book = createBook({ keyring, register: log.register, open, now, minutesEast: world.minutesEast });
  const status = createStatus(log);
  const loadEngine = async () => {
    const [{ buildSync }, api] = await Promise.all([import("./phoneSync"), world.api()]);
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
      isRoomForOthers: world.isRoomForOthers,
      clock: { now, after, random: world.random },
      // A phone that was taken out asks for nothing any more: with the owner token it would let itself in again.
      credentials: async (name) => {
        await keyring.current()?.provider.catchUp();
        return keyring.isOut() ? null : sealer.credentials(name);
      },
      firstLog: () => keyring.current()?.secret.log ?? null,
      tend: async () => {
        if (keyring.isOpenToGuests() || keyring.hasOthers() || others.isLoaded() || (await vault.holds(WISHES)))
          await (await others()).tend();
      },
      exclusively: world.exclusively,
      isOnline: world.isOnline,
      onError: world.onError,
    });
  };
  const engine = lateEngine({ status, load: loadEngine, after, onError: world.onError });
  const exchangeNow = () => {
    engine.wake();
    return engine.settled();
  };
  const { origin, phoneName } = world;
  const others = loadedOnce(async () => {
    const [{ createOthers }, trials, api] = await Promise.all([import("./cases/others"), loadTrials(), world.api()]);
    const opening = { open: openEnvelope, caseKey };
    return createOthers({
      keyring,
      sealer,
      vault,
      log,
      trials,
      book,
      api,
      opening,
      exchangeNow,
      after,
      open,
      life,
      now,
      origin,
      phoneName,
    });
  });
  const caretaker = createCaretaker(log, changes, sealer, world.onError);
  await keyring.load();
  await caretaker.start();
  const aside = async () => (await import("./phoneSync")).createAsideStore(withDatabase);
  return { book, engine, caretaker, log, others, aside, recover };

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
