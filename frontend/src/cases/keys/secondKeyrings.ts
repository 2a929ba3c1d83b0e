// The keyrings of other phones that stand beside this phone's own: brought in, never merged with it. Their cases are listed,
// synced and marked from where they came; nothing of the own keyring is written into them. Others may write there: one that
// does not open or read is passed over, there is a most of everything, and none must keep the own one from the screen.
// Loaded when there is one.
import { type KeyringCase, keyringCases, keyringPhones, type Phone } from "../../domain/keyring/keyring";
import type { LocalLog } from "../../storage/localLog";
import type { Provider } from "../documents/provider";
import type { LogKeys } from "./sealer";
import { type KeyringKeys, keyringKeysIn } from "./vault";

/** A keyring that stands beside this phone's own, and the name of the phone that gave it. */
export type SecondKeyringKeys = KeyringKeys & { from: string };
/** What it brought, and who else can read that. */
export type SecondKeyring = { log: string; from: string; cases: KeyringCase[]; phones: Phone[]; provider: Provider };

/** A case that another phone brought, and where it is entered. */
export type SecondKeyringCase = KeyringCase & { from: string; enteredIn: Provider };

export interface SecondKeyrings {
  /** Opens those that the vault names, closes the others. */
  follow(kept: readonly unknown[]): Promise<void>;
  all(): SecondKeyring[];
  /** Each case once. What is said of an own one, of the own keyring or of another does not count. */
  cases(own: readonly KeyringCase[], ownLog: string | undefined): SecondKeyringCase[];
  keysOf(log: string): LogKeys | null;
  close(log: string): void;
  /** Enters their cases into the storage, so that they take part in sync. */
  register(): Promise<void>;
}

type SecondKeyringParts = {
  log: Pick<LocalLog, "register" | "logs">;
  open: (log: string) => Promise<Provider>;
  onChange: () => void;
  onError: (error: unknown) => void;
};

/** A person has a handful; what claims to have more is not a keyring to bring in. */
export const MOST_CASES = 100;

export function createSecondKeyrings({ log, open, onChange, onError }: SecondKeyringParts): SecondKeyrings {
  const opened = new Map<string, { keys: SecondKeyringKeys; provider: Provider }>();
  let known: SecondKeyringKeys[] = [];

  async function openOne(keys: SecondKeyringKeys): Promise<void> {
    await log.register(keys.log);
    const one = { keys: keys, provider: await open(keys.log) };
    opened.set(keys.log, one);
    one.provider.subscribe(() => {
      onChange();
      register().catch(() => {});
    });
  }

  async function register(): Promise<void> {
    const kept = new Set((await log.logs()).map((record) => record.log));
    for (const { id } of all().flatMap(({ cases }) => cases)) if (!kept.has(id)) await log.register(id);
  }

  function all(): SecondKeyring[] {
    return [...opened.values()].map(({ keys, provider }) => ({
      log: keys.log,
      from: keys.from,
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
      known = secondKeyringsIn(kept);
      for (const name of opened.keys()) if (!known.some((one) => one.log === name)) close(name);
      for (const keys of known) if (!opened.has(keys.log)) await openOne(keys).catch(onError);
      await register();
    },
    all,
    cases(own, ownLog) {
      const taken = new Set([ownLog, ...own.map(({ id }) => id), ...known.map((one) => one.log)]);
      const each = all().flatMap(({ cases, from, provider: enteredIn }) =>
        cases.map((entry) => ({ ...entry, from, enteredIn })),
      );
      return each.filter(({ id }) => !taken.has(id) && taken.add(id));
    },
    keysOf(name) {
      const keys = known.find((one) => one.log === name);
      if (keys) return { ownerToken: keys.ownerToken, keys: [{ epoch: 1, key: keys.key }], isSecond: true };
      const entry = all()
        .flatMap((one) => one.cases)
        .find(({ id }) => id === name);
      return entry ? { ownerToken: entry.ownerToken, keys: entry.keys, isSecond: true } : null;
    },
    close,
    register,
  };
}

export function secondKeyringsIn(kept: readonly unknown[]): SecondKeyringKeys[] {
  return kept.flatMap((one) => {
    const keys = keyringKeysIn(one);
    return keys ? [{ ...keys, from: String(Object(one).from ?? "") }] : [];
  });
}

function readable<T>(list: () => T[]): T[] {
  try {
    return list();
  } catch {
    return [];
  }
}
