// Other phones' keyrings, kept beside this phone's own and never merged with it unasked. Their cases are listed, synced
// and marked with the phone they came from; nothing of the own keyring is written into them. Others may write there, so
// one that cannot be opened or read is skipped, everything has a limit, and none may keep the own one off the screen.
// Loaded when there is one.
import { type KeyringCase, keyringCases, keyringPhones, type Phone } from "../../domain/keyring/keyring";
import type { LocalLog } from "../../storage/localLog";
import type { Provider } from "../documents/provider";
import type { LogKeys } from "./sealer";
import { type KeyringKeys, keyringKeysIn } from "./vault";

/** What opens a second keyring, and the name of the phone that gave it. */
export type SecondKeyringKeys = KeyringKeys & { from: string };
/** What it contains, and which phones can read that too. */
export type SecondKeyring = { log: string; from: string; cases: KeyringCase[]; phones: Phone[]; provider: Provider };

/** A case of a second keyring, and the document that lists it. */
export type SecondKeyringCase = KeyringCase & { from: string; enteredIn: Provider };

type SecondKeyringParts = {
  log: Pick<LocalLog, "register" | "registerAll">;
  open: (log: string) => Promise<Provider>;
  onChange: () => void;
  onError: (error: unknown) => void;
};

/** A person has a few; a keyring that claims to have more is not to be brought in. */
export const MOST_CASES = 100;

export class SecondKeyrings {
  readonly #parts: SecondKeyringParts;
  readonly #opened = new Map<string, { keys: SecondKeyringKeys; provider: Provider }>();
  #known: SecondKeyringKeys[] = [];

  constructor(parts: SecondKeyringParts) {
    this.#parts = parts;
  }

  /** Opens those that the vault names and closes the others. */
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

  /** Each case once. Claims about a case of the own keyring or of another one, or about a keyring, do not count. */
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

  /** Registers their cases in the storage, so that they take part in sync. */
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
