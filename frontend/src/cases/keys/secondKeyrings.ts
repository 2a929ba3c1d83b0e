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

type SecondKeyringParts = {
  log: Pick<LocalLog, "register" | "registerAll">;
  open: (log: string) => Promise<Provider>;
  onChange: () => void;
  onError: (error: unknown) => void;
};

/** A person has a handful; what claims to have more is not a keyring to bring in. */
export const MOST_CASES = 100;

export class SecondKeyrings {
  readonly #parts: SecondKeyringParts;
  readonly #opened = new Map<string, { keys: SecondKeyringKeys; provider: Provider }>();
  #known: SecondKeyringKeys[] = [];

  constructor(parts: SecondKeyringParts) {
    this.#parts = parts;
  }

  /** Opens those that the vault names, closes the others. */
  async follow(kept: readonly unknown[]): Promise<void> {
    this.#known = secondKeyringsIn(kept);
    for (const log of this.#opened.keys()) if (!this.#known.some((one) => one.log === log)) this.close(log);
    for (const keys of this.#known) {
      if (!this.#opened.has(keys.log)) await this.#open(keys).catch(this.#parts.onError);
    }
    await this.register();
  }

  all(): SecondKeyring[] {
    return [...this.#opened.values()].map(({ keys, provider }) => ({
      log: keys.log,
      from: keys.from,
      provider,
      cases: readable(() => keyringCases(provider.doc)).slice(0, MOST_CASES),
      phones: readable(() => keyringPhones(provider.doc)),
    }));
  }

  /** Each case once. What is said of an own one, of the own keyring or of another does not count. */
  cases(own: readonly KeyringCase[], ownLog: string | undefined): SecondKeyringCase[] {
    const taken = new Set([ownLog, ...own.map(({ id }) => id), ...this.#known.map((one) => one.log)]);
    const each = this.all().flatMap(({ cases, from, provider: enteredIn }) =>
      cases.map((entry) => ({ ...entry, from, enteredIn })),
    );
    return each.filter(({ id }) => !taken.has(id) && taken.add(id));
  }

  keysOf(log: string): LogKeys | null {
    const keys = this.#known.find((one) => one.log === log);
    if (keys) return { ownerToken: keys.ownerToken, keys: [{ epoch: 1, key: keys.key }], isSecond: true };
    const entry = this.all()
      .flatMap((one) => one.cases)
      .find(({ id }) => id === log);
    return entry ? { ownerToken: entry.ownerToken, keys: entry.keys, isSecond: true } : null;
  }

  close(log: string): void {
    this.#opened.get(log)?.provider.close();
    this.#opened.delete(log);
  }

  /** Enters their cases into the storage, so that they take part in sync. */
  async register(): Promise<void> {
    const cases = this.all().flatMap((one) => one.cases);
    await this.#parts.log.registerAll(cases.map(({ id }) => id));
  }

  async #open(keys: SecondKeyringKeys): Promise<void> {
    const { log, open, onChange } = this.#parts;
    await log.register(keys.log);
    const one = { keys, provider: await open(keys.log) };
    this.#opened.set(keys.log, one);
    one.provider.subscribe(() => {
      onChange();
      this.register().catch(() => {});
    });
  }
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
