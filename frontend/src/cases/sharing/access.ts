// Keeps the server's grants of this person's cases as the keyring has them: enters who came by an invitation, closes what is
// to be closed, gives back what the server lost. Works at the end of an exchange, so every step may be tried again.
// Must not take anything from a case document: companions write there.

import { enterGuest, type Guest, guestsOf, shutGuest } from "../../domain/keyring/guests";
import { isOpenToGuests, isOwnCase, keyringCases, type OwnCase } from "../../domain/keyring/keyring";
import type { Grant, LogApi } from "../../protocol/api";
import type { LocalLog } from "../../storage/localLog";
import type { Keyring, KeyringHolder } from "../keys/keyring";

export interface Access {
  /** Asks the server about one case at the end of every exchange, until what it returns is called: several may be awaited. */
  expect(log: string): () => void;
  /** Asks the server once more, at the end of the next exchange. */
  askAgain(log: string): void;
  /** Looks after every case that is open to guests. */
  afterRound(): Promise<void>;
}

type AccessParts = {
  keyring: KeyringHolder;
  log: LocalLog;
  api: Pick<LogApi, "grant" | "grants" | "revoke">;
  now: () => string;
};

// Those whose access was closed are remembered with the others.
const MOST_GUESTS = 128;

export function createAccess({ keyring, log, api, now }: AccessParts): Access {
  // The server's life in which there was nothing left to do, for each log.
  const settledIn = new Map<string, string>();
  const expected = new Set<{ log: string }>();
  const asked = new Set<string>();
  const noticed = new Set<string>();

  async function tend(): Promise<void> {
    const held = keyring.current();
    if (!held) return;
    const { doc } = held.provider;
    const own = keyringCases(doc).filter(isOwnCase);
    for (const entry of own) if (isOpenToGuests(doc, entry.id)) await check(held, entry);
  }

  async function check(held: Keyring, entry: OwnCase): Promise<void> {
    const { doc } = held.provider;
    const incarnations = await serverIncarnations(held, entry.id);
    const isSettled = settledIn.get(entry.id) === incarnations;
    if (
      incarnations === null ||
      (isSettled && !isExpected(entry.id) && !asked.has(entry.id) && !guestsOf(doc, entry.id).some(isToShut))
    )
      return;
    const listed = await api.grants(entry.id, entry.ownerToken);
    if (!listed.ok && listed.code === "too_many") await sayTooMany(entry.id);
    if (!listed.ok) return;
    asked.delete(entry.id);
    if (!enterNew(held, entry.id, listed.value)) await sayTooMany(entry.id);
    const guests = guestsOf(doc, entry.id);
    const isDone = await shutAll(held, entry, guests, listed.value);
    const isGivenBack = isSettled || (await giveBack(entry, guests, listed.value));
    // Looked at again until there is nothing to do: another phone may have closed meanwhile what this one gave back.
    if (isDone && isGivenBack) settledIn.set(entry.id, incarnations);
  }

  function isExpected(id: string): boolean {
    return [...expected].some(({ log }) => log === id);
  }

  // Of the case and of the keyring: a server put back to before an access was closed may have lost nothing of the case.
  async function serverIncarnations(held: Keyring, id: string): Promise<string | null> {
    const records = await Promise.all([log.record(id), log.record(held.secret.log)]);
    const incarnations = records.map((record) => record?.incarnation ?? null);
    return incarnations.includes(null) ? null : incarnations.join("/");
  }

  // A server may list others every time it is asked: the keyring takes no more of them than anybody could have let in.
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

  // Once while the app is open: the server is asked again and again.
  async function sayTooMany(id: string): Promise<void> {
    if (!noticed.has(id)) await log.addNotice(id, { code: "too_many_devices", count: 1, at: now() });
    noticed.add(id);
  }

  async function shutAll(held: Keyring, entry: OwnCase, guests: Guest[], listed: Grant[]): Promise<boolean> {
    // A companion's phone that became one of the person's own has let itself in as such; nobody else could.
    const isListed = strangersIn(listed);
    const toShut = guests.filter((guest) => isToShut(guest) || (guest.closedAt !== null && isListed.has(guest.device)));
    if (toShut.length === 0) return true;
    // The wish goes first: another phone that does not know of it would give the grant back. But a phone without room for the
    // wish closes all the same.
    const isStored = await held.provider.flush().then(
      () => true,
      () => false,
    );
    if (isStored && (await log.unsent(held.secret.log)) > 0) return false;
    for (const { device } of toShut) {
      const answer = await api.revoke(entry.id, entry.ownerToken, device);
      if (!answer.ok) return false;
    }
    await sayShut(held, entry, toShut);
    return false;
  }

  // Closed is what the server's list says, not what answered the wish.
  async function sayShut({ provider, writer }: Keyring, entry: OwnCase, toShut: Guest[]): Promise<void> {
    const left = await api.grants(entry.id, entry.ownerToken);
    if (!left.ok) return;
    const isStillIn = strangersIn(left.value);
    const shut = toShut.filter(({ device }) => !isStillIn.has(device));
    for (const { device } of shut) shutGuest(provider.doc, writer, entry.id, device);
  }

  async function giveBack(entry: OwnCase, guests: Guest[], listed: Grant[]): Promise<boolean> {
    const isListed = new Set(listed.map(({ device }) => device));
    const lost = guests.filter(({ device, closedAt }) => closedAt === null && !isListed.has(device));
    for (const { device, role, tokenHash } of lost) {
      const answer = await api.grant(entry.id, entry.ownerToken, { device, role, tokenHash });
      if (!answer.ok) return false;
    }
    return lost.length === 0;
  }

  return {
    expect: (log) => {
      const one = { log };
      expected.add(one);
      return () => expected.delete(one);
    },
    askAgain: (id) => asked.add(id),
    afterRound: tend,
  };
}

/** The devices that the server lets in, but for this person's own. */
function strangersIn(listed: Grant[]): Set<string> {
  return new Set(listed.filter(({ role }) => role !== "owner").map(({ device }) => device));
}

function isToShut(guest: Guest): boolean {
  return guest.closedAt !== null && !guest.isShut;
}
