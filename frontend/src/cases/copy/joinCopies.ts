// A case and one that was made from its copy, both in one keyring, become one again: the phone that the copy was opened on
// was paired with a phone that has the case. They share their history, so their words merge. The copy's log is left
// like one that has moved (keys/logMove), which carries over what a screen or another phone still writes there. Must not
// show anybody what they were not shown before: where one of the two has guests, both stay.

import { apply } from "../../domain/changes/updates";
import { forgetClaims, knownIn } from "../../domain/copy/claims";
import { piecesOf } from "../../domain/copy/pieces";
import {
  isOpenToGuests,
  isOwnCase,
  keyringCases,
  moveCase,
  type OwnCase,
  originOf,
} from "../../domain/keyring/keyring";
import type { LocalLog } from "../../storage/localLog";
import type { LiveBook } from "../documents/liveBook";
import type { Keyring, KeyringHolder } from "../keys/keyring";

type JoinParts = {
  keyring: Pick<KeyringHolder, "current" | "isOut">;
  book: Pick<LiveBook, "open">;
  log: Pick<LocalLog, "record" | "unsent">;
};

export async function joinCopies({ keyring, book, log }: JoinParts): Promise<void> {
  const held = keyring.current();
  if (!held || keyring.isOut()) return;
  for (const [first, ...rest] of families(held))
    for (const other of rest)
      if (first && (await isPulled(first.id)) && (await isAllHere(other.id))) await join(held, first, other);

  // What the case holds already would otherwise stand as brought by the copy.
  async function isPulled(id: string): Promise<boolean> {
    const record = await log.record(id);
    return record !== null && record.lastExchangeAt !== null && record.cursor === record.serverHead;
  }

  // Its log is not asked for any more afterwards.
  async function isAllHere(id: string): Promise<boolean> {
    return (await isPulled(id)) && (await log.unsent(id)) === 0;
  }

  async function join({ provider }: Keyring, to: OwnCase, from: OwnCase): Promise<void> {
    const [{ doc, writer, flush }, other] = [await book.open(to.id), await book.open(from.id)];
    await other.flush();
    const before = knownIn(doc);
    for (const piece of piecesOf(other.doc)) {
      apply(doc, piece, null);
      await flush();
    }
    forgetClaims(doc, writer, before);
    await flush();
    const [key] = to.keys;
    if (key) moveCase(provider.doc, from.id, { id: to.id, ownerToken: to.ownerToken, key: key.key });
    await provider.flush();
  }
}

/** The own cases that began as one, in an order that is the same on every phone: the one that the others are copies of first. */
function families({ provider: { doc } }: Keyring): OwnCase[][] {
  const all = new Map<string, OwnCase[]>();
  for (const entry of keyringCases(doc).filter(isOwnCase)) {
    if (entry.formerly !== null || entry.keys.length !== 1 || isOpenToGuests(doc, entry.id)) continue;
    const origin = originOf(entry);
    all.set(origin, [...(all.get(origin) ?? []), entry]);
  }
  return [...all].map(([origin, cases]) =>
    cases.sort((a, b) => rank(origin, a) - rank(origin, b) || (a.id < b.id ? -1 : 1)),
  );
}

function rank(origin: string, { id }: OwnCase): number {
  return id === origin ? 0 : 1;
}
