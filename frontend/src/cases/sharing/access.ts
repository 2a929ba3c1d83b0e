// Keeps the server's grants for this person's cases in line with the keyring: enters devices that came in by an
// invitation, closes what is to be closed, and gives back what the server lost. Runs at the end of an exchange, so
// every step may be repeated. Must not take anything from a case document: companions write there.

import { enterGuest, type Guest, guestsOf, shutGuest } from "../../domain/keyring/guests";
import { isOpenToGuests, isOwnCase, keyringCases, type OwnCase } from "../../domain/keyring/keyring";
import type { Grant, LogApi } from "../../protocol/api";
import type { LocalLog } from "../../storage/localLog";
import type { Keyring, KeyringHolder } from "../keys/keyring";

type AccessParts = {
  keyring: KeyringHolder;
  log: LocalLog;
  api: Pick<LogApi, "grant" | "grants" | "revoke">;
  now: () => string;
};

// Guests whose access was closed are remembered too.
const MOST_GUESTS = 128;

export class Access {
  readonly #parts: AccessParts;
  // For each log, the incarnations of the server in which nothing was left to do.
  readonly #settledIn = new Map<string, string>();
  readonly #expected = new Set<{ log: string }>();
  readonly #asked = new Set<string>();
  readonly #noticed = new Set<string>();

  constructor(parts: AccessParts) {
    this.#parts = parts;
  }

  /** Asks the server about one case at the end of every exchange until the returned function is called. May overlap. */
  expect(log: string): () => void {
    const one = { log };
    this.#expected.add(one);
    return () => this.#expected.delete(one);
  }

  /** Asks the server once more, at the end of the next exchange. */
  askAgain(log: string): void {
    this.#asked.add(log);
  }

  /** Checks every case that is open to guests. */
  async afterRound(): Promise<void> {
    const held = this.#parts.keyring.current();
    if (!held) return;
    const { doc } = held.provider;
    const own = keyringCases(doc).filter(isOwnCase);
    for (const entry of own) if (isOpenToGuests(doc, entry.id)) await this.#check(held, entry);
  }

  async #check(held: Keyring, entry: OwnCase): Promise<void> {
    const { doc } = held.provider;
    const { id } = entry;
    const incarnations = await this.#serverIncarnations(held, id);
    if (incarnations === null) return;
    const isSettled = this.#settledIn.get(id) === incarnations;
    if (isSettled && !this.#isAskedFor(id) && !guestsOf(doc, id).some(isToShut)) return;
    const listed = await this.#parts.api.grants(id, entry.ownerToken);
    if (!listed.ok && listed.code === "too_many") await this.#sayTooMany(id);
    if (!listed.ok) return;
    this.#asked.delete(id);
    if (!enterNew(held, id, listed.value)) await this.#sayTooMany(id);
    const guests = guestsOf(doc, id);
    const isDone = await this.#shutAll(held, entry, guests, listed.value);
    const isGivenBack = isSettled || (await this.#giveBack(entry, guests, listed.value));
    // Checked again until there is nothing to do: another phone may have closed meanwhile what this one gave back.
    if (isDone && isGivenBack) this.#settledIn.set(id, incarnations);
  }

  #isAskedFor(id: string): boolean {
    return this.#asked.has(id) || [...this.#expected].some(({ log }) => log === id);
  }

  // Of the case and of the keyring: a server restored to before an access was closed may have lost nothing of the case.
  async #serverIncarnations(held: Keyring, id: string): Promise<string | null> {
    const { log } = this.#parts;
    const records = await Promise.all([log.record(id), log.record(held.secret.log)]);
    const incarnations = records.map((record) => record?.incarnation ?? null);
    return incarnations.includes(null) ? null : incarnations.join("/");
  }

  // Once per run of the app: the server is asked again and again.
  async #sayTooMany(id: string): Promise<void> {
    const { log, now } = this.#parts;
    if (!this.#noticed.has(id)) await log.addNotice(id, { code: "too_many_devices", count: 1, at: now() });
    this.#noticed.add(id);
  }

  async #shutAll(held: Keyring, entry: OwnCase, guests: Guest[], listed: Grant[]): Promise<boolean> {
    const { log, api } = this.#parts;
    // A companion's phone that became one of the person's own has granted itself owner access; nobody else could.
    const isListed = strangersIn(listed);
    const toShut = guests.filter((guest) => isToShut(guest) || (guest.closedAt !== null && isListed.has(guest.device)));
    if (toShut.length === 0) return true;
    // The closing is sent in the keyring first: another phone that does not know of it would give the grant back. A
    // phone without space to store it closes the access all the same.
    const isStored = await held.provider.flush().then(
      () => true,
      () => false,
    );
    if (isStored && (await log.unsent(held.secret.log)) > 0) return false;
    for (const { device } of toShut) {
      const answer = await api.revoke(entry.id, entry.ownerToken, device);
      if (!answer.ok) return false;
    }
    await this.#sayShut(held, entry, toShut);
    return false;
  }

  // Access counts as closed when the server's list says so, not when the request was answered.
  async #sayShut({ provider, writer }: Keyring, entry: OwnCase, toShut: Guest[]): Promise<void> {
    const left = await this.#parts.api.grants(entry.id, entry.ownerToken);
    if (!left.ok) return;
    const isStillIn = strangersIn(left.value);
    const shut = toShut.filter(({ device }) => !isStillIn.has(device));
    for (const { device } of shut) shutGuest(provider.doc, writer, entry.id, device);
  }

  async #giveBack(entry: OwnCase, guests: Guest[], listed: Grant[]): Promise<boolean> {
    const isListed = new Set(listed.map(({ device }) => device));
    const lost = guests.filter(({ device, closedAt }) => closedAt === null && !isListed.has(device));
    for (const { device, role, tokenHash } of lost) {
      const answer = await this.#parts.api.grant(entry.id, entry.ownerToken, { device, role, tokenHash });
      if (!answer.ok) return false;
    }
    return lost.length === 0;
  }
}

// A server may list new devices every time: the keyring takes no more of them than anybody could have invited.
function enterNew({ provider }: Keyring, id: string, listed: Grant[]): boolean {
  const known = new Set(guestsOf(provider.doc, id).map(({ device }) => device));
  const strangers = listed.filter(({ role, device }) => role !== "owner" && !known.has(device));
  const entered = strangers.slice(0, Math.max(0, MOST_GUESTS - known.size));
  provider.doc.transact(() => {
    for (const { device, role, tokenHash } of entered) {
      if (role !== "owner") enterGuest(provider.doc, id, device, role, tokenHash);
    }
  });
  return entered.length === strangers.length;
}

/** The devices that the server lets in, except this person's own. */
function strangersIn(listed: Grant[]): Set<string> {
  return new Set(listed.filter(({ role }) => role !== "owner").map(({ device }) => device));
}

function isToShut(guest: Guest): boolean {
  return guest.closedAt !== null && !guest.isShut;
}
