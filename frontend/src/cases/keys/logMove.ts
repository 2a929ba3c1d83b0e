// Moves a case to a fresh log when somebody else owns its old one. The fresh log is derived from the keyring's own key,
// so that phones which move it at the same time derive the same. Every step may be repeated. The old log stays on this
// phone, because a screen may still write into it. It is removed at a later start, once all of it was stored in the
// fresh log again.
import { freshLog, isMadeOfToken } from "../../crypto/logId";
import type { CaseDoc } from "../../domain/case/document";
import { apply } from "../../domain/changes/updates";
import { closeGuest, enterGuest, guestsOf, shutGuest } from "../../domain/keyring/guests";
import { isOwnCase, keyringCases, moveCase, type OwnCase } from "../../domain/keyring/keyring";
import { leftLogs } from "../../domain/keyring/leftLogs";
import type { LocalLog } from "../../storage/localLog";
import type { OpenCase } from "../documents/book";
import type { LiveBook } from "../documents/liveBook";
import type { Provider } from "../documents/provider";
import type { Keyring, KeyringHolder } from "./keyring";

type LogMoveParts = {
  keyring: KeyringHolder;
  log: LocalLog;
  book: Pick<LiveBook, "open" | "flushAll">;
  open: (log: string) => Promise<Provider>;
  /** This run of the app. */
  run: string;
  now: () => string;
};

// What splits a case into pieces is loaded for the rare one that has moved.
async function mergeInto({ doc, flush }: OpenCase, old: CaseDoc): Promise<void> {
  const { piecesOf } = await import("../../domain/copy/pieces");
  for (const piece of piecesOf(old)) {
    apply(doc, piece, null);
    await flush();
  }
}

export function createLogMove({ keyring, log, book, open, run, now }: LogMoveParts) {
  async function move({ provider, secret, writer }: Keyring, { id, ownerToken }: OwnCase): Promise<void> {
    const fresh = await freshLog(secret.key, id, ownerToken);
    const { doc } = provider;
    // Before the keyring names it: whoever watches the keyring registers it at once, and then the notice would be lost.
    await log.register(fresh.id, { code: "moved", count: 1, at: now() });
    doc.transact(() => {
      moveCase(doc, id, fresh);
      for (const { device, role, tokenHash } of guestsOf(doc, id)) {
        enterGuest(doc, fresh.id, device, role, tokenHash);
        closeGuest(doc, writer, fresh.id, device);
        shutGuest(doc, writer, fresh.id, device);
      }
    });
    await provider.flush();
  }

  async function carry(from: string, to: string): Promise<void> {
    if (!(await log.record(from))) return;
    await book.flushAll();
    const record = await log.record(from);
    if (!record) return;
    if (record.movedOn?.run === run && record.movedOn.rows === record.rows) return;
    const old = await open(from);
    try {
      await mergeInto(await book.open(to), old.doc);
    } finally {
      old.close();
    }
    // In a later run, no screen from before the move is left.
    if (record.movedOn && record.movedOn.run !== run) return log.forget(from);
    await log.patch(from, () => ({ shutOut: true, movedOn: { run, rows: record.rows } }));
  }

  return {
    async afterRound(): Promise<void> {
      const held = keyring.current();
      if (!held || keyring.isOut()) return;
      const taken = new Set((await log.logs()).filter(({ notOurs }) => notOurs).map((record) => record.log));
      const { doc } = held.provider;
      for (const entry of keyringCases(doc).filter(isOwnCase))
        if (taken.has(entry.id) && !isMadeOfToken(entry.id)) await move(held, entry);
      for (const { from, to } of leftLogs(doc)) await carry(from, to);
    },
  };
}
