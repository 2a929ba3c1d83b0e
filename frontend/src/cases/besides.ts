// The keyrings of other phones that stand beside this phone's own: brought in, never merged with it. Their cases are listed,
// synced and marked from where they came; nothing of the own keyring is written into them. Others may write there: one that
// does not open or read is passed over, there is a most of everything, and none must keep the own one from the screen.
// Loaded when there is one.
import { type CaseEntry, keyringCases, keyringPhones, type Phone } from "../domain/keyring/keyring";
import type { UpdateLog } from "../storage/updateLog";
import type { Provider } from "./provider";
import type { LogKeys } from "./sealer";
import { type KeyringAccess, keyringAccessIn } from "./vault";

/** A keyring that stands beside this phone's own, and the name of the phone that gave it. */
export type Beside = KeyringAccess & { from: string };
/** What it brought, and who else can read that. */
export type BesideKeyring = { log: string; from: string; cases: CaseEntry[]; phones: Phone[]; provider: Provider };

/** A case that another phone brought, and where it is entered. */
export type Brought = CaseEntry & { from: string; place: Provider };

export interface Besides {
  /** Opens those that the vault names, closes the others. */
  follow(kept: readonly unknown[]): Promise<void>;
  all(): BesideKeyring[];
  /** Each case once. What is said of an own one, of the own keyring or of another does not count. */
  brought(own: readonly CaseEntry[], ownLog: string | undefined): Brought[];
  keysOf(log: string): LogKeys | null;
  close(log: string): void;
  /** Enters their cases into the storage, so that they take part in sync. */
  register(): Promise<void>;
}

type BesideParts = {
  log: Pick<UpdateLog, "register" | "logs">;
  open: (log: string) => Promise<Provider>;
  onChange: () => void;
  onError: (error: unknown) => void;
};

/** A person has a handful; what claims to have more is not a keyring to bring in. */
export const MOST_CASES = 100;

export function createBesides({ log, open, onChange, onError }: BesideParts): Besides {
  const opened = new Map<string, { access: Beside; provider: Provider }>();
  let known: Beside[] = [];

  async function openOne(access: Beside): Promise<void> {
    await log.register(access.log);
    const one = { access, provider: await open(access.log) };
    opened.set(access.log, one);
    one.provider.subscribe(() => {
      onChange();
      register().catch(() => {});
    });
  }

  async function register(): Promise<void> {
    const kept = new Set((await log.logs()).map((record) => record.log));
    for (const { id } of all().flatMap(({ cases }) => cases)) if (!kept.has(id)) await log.register(id);
  }

  function all(): BesideKeyring[] {
    return [...opened.values()].map(({ access, provider }) => ({
      log: access.log,
      from: access.from,
      provider,
      cases: readable(() => keyringCases(provider.doc)).slice(0, MOST_CASES),
      phones: readable(() => keyringPhones(provider.doc)),
    }));
  }

  function close(name: string): void {
    opened.get(name)?.provider.close();
    opened.delete(name);
  }

  return {
    async follow(kept) {
      known = besidesIn(kept);
      for (const name of opened.keys()) if (!known.some((one) => one.log === name)) close(name);
      for (const access of known) if (!opened.has(access.log)) await openOne(access).catch(onError);
      await register();
    },
    all,
    brought(own, ownLog) {
      const taken = new Set([ownLog, ...own.map(({ id }) => id), ...known.map((one) => one.log)]);
      const each = all().flatMap(({ cases, from, provider: place }) =>
        cases.map((entry) => ({ ...entry, from, place })),
      );
      return each.filter(({ id }) => !taken.has(id) && taken.add(id));
    },
    keysOf(name) {
      const access = known.find((one) => one.log === name);
      if (access) return { ownerToken: access.ownerToken, keys: [{ epoch: 1, key: access.key }], isBeside: true };
      const entry = all()
        .flatMap((one) => one.cases)
        .find(({ id }) => id === name);
      return entry ? { ownerToken: entry.ownerToken, keys: entry.keys, isBeside: true } : null;
    },
    close,
    register,
  };
}

export function besidesIn(kept: readonly unknown[]): Beside[] {
  return kept.flatMap((one) => {
    const access = keyringAccessIn(one);
    return access ? [{ ...access, from: String(Object(one).from ?? "") }] : [];
  });
}

function readable<T>(list: () => T[]): T[] {
  try {
    return list();
  } catch {
    return [];
  }
}
