// Saves a copy of a case as one file and opens one. Opening merges, never replaces, and the same file twice is the same
// as once: the file holds the document's own sessions. Nothing is written before all of the file was looked at. A file
// brings no keys: a case that this phone does not know becomes a case of its own, under keys made here.
import { newLogOfOwn } from "../../crypto/logId";
import type { OnProgress } from "../../crypto/passphrase";
import { randomBytes } from "../../crypto/primitives";
import { apply } from "../../domain/changes/updates";
import { claimCopied } from "../../domain/copy/claims";
import { piecesOf } from "../../domain/copy/pieces";
import { readableOf } from "../../domain/copy/readable";
import { rehearsed } from "../../domain/copy/rehearsal";
import { archiveCase, enterCase, type KeyringCase, originOf } from "../../domain/keyring/keyring";
import { toHex } from "../../protocol/bytes";
import type { LocalLog } from "../../storage/localLog";
import type { BookCase, OpenCase } from "../documents/book";
import type { LiveBook } from "../documents/liveBook";
import type { KeyringHolder } from "../keys/keyring";
import { type CaseCopy, openFile, type ReadFile, readFile, sealedFile } from "./caseFile";
import { joinCopies } from "./joinCopies";

type CopyParts = {
  keyring: Pick<KeyringHolder, "ensure" | "current" | "isOut">;
  book: Pick<LiveBook, "cases" | "open" | "setArchived">;
  log: Pick<LocalLog, "record" | "unsent">;
  now: () => string;
};
/** The words that stand in the file, for whoever finds it. */
export type AboutFile = { open: string; sealed: string };
/** `isNew`: the case was not on this phone. `hasNews`: the file had something that it did not have. */
export type OpenedCopy = { ok: true; id: string; isNew: boolean; hasNews: boolean } | { ok: false };

export type Copies = {
  /** The file; sealed unless `passphrase` is null. */
  save: (opened: OpenCase, passphrase: string | null, about: AboutFile, onProgress: OnProgress) => Promise<Uint8Array>;
  read: (file: Uint8Array) => Promise<ReadFile>;
  /** Merges what was read into its case. Not `ok`: no app writes such a case, and nothing was changed. */
  open: (copied: CaseCopy, onProgress: OnProgress) => Promise<OpenedCopy>;
  /** At the end of an exchange: a case and its copies in one keyring become one. */
  joinCopies: () => Promise<void>;
};

export function createCopies({ keyring, book, log, now }: CopyParts): Copies {
  async function save(opened: OpenCase, passphrase: string | null, about: AboutFile, onProgress: OnProgress) {
    const entry = book.cases().find(({ id }) => id === opened.id);
    if (!entry) throw new Error("no such case on this phone");
    const { value: title, others: otherTitles } = entry.title;
    const [readable, pieces] = [readableOf(opened.doc), piecesOf(opened.doc)];
    const file = await openFile(
      { id: originOf(entry), title, otherTitles, savedAt: now(), readable, pieces },
      about.open,
    );
    return passphrase === null ? file : sealedFile(file, passphrase, about.sealed, onProgress);
  }

  async function open(copied: CaseCopy, onProgress: OnProgress): Promise<OpenedCopy> {
    const known = knownAs(book.cases(), copied.id);
    const before = known ? await book.open(known.id) : null;
    if (!(await rehearsed(before?.doc ?? null, copied.pieces, (part) => onProgress(part / 2)))) return { ok: false };
    const opened = before ?? (await book.open(await enter(copied)));
    const hasNews = await merge(opened, copied.pieces, (part) => onProgress((1 + part) / 2));
    if (known?.archivedAt !== null) await book.setArchived(opened.id, false);
    return { ok: true, id: opened.id, isNew: known === undefined, hasNews };
  }

  /** In the list only once all of it is stored: until then it is archived, and opening the file again completes it. */
  async function enter({ id: copyOf, title }: CaseCopy): Promise<string> {
    const { provider, writer } = await keyring.ensure();
    const { log: id, ownerToken } = await newLogOfOwn();
    const keys = [{ epoch: 1, key: toHex(randomBytes(32)) }];
    provider.doc.transact(() => {
      enterCase(provider.doc, writer, { id, ownerToken, keys, companion: null, copyOf }, title);
      archiveCase(provider.doc, writer, id, true);
    });
    await provider.flush();
    return id;
  }

  return { save, read: readFile, open, joinCopies: () => joinCopies({ keyring, book, log }) };
}

/** The person's own case before one of others, and one that this phone may write into. */
function knownAs(cases: readonly BookCase[], id: string): BookCase | undefined {
  const same = cases.filter((entry) => [entry.id, originOf(entry)].includes(id) && entry.companion?.role !== "reader");
  return same.find((entry) => entry.id === id && isOwn(entry)) ?? same.find(isOwn) ?? same[0];
}

function isOwn({ ownerToken, from }: KeyringCase & { from: string | null }): boolean {
  return ownerToken !== null && from === null;
}

/** Each piece is stored before the next comes, so that none grows larger than an envelope. */
async function merge({ doc, writer, flush }: OpenCase, pieces: Uint8Array[], onProgress: OnProgress): Promise<boolean> {
  let hasNews = false;
  const note = () => {
    hasNews = true;
  };
  await flush();
  doc.on("update", note);
  try {
    // First: a word from a file must never stand as this person's own.
    claimCopied(doc, writer, pieces);
    for (const [at, piece] of pieces.entries()) {
      apply(doc, piece, null);
      await flush();
      onProgress((at + 1) / pieces.length);
    }
  } finally {
    doc.off("update", note);
  }
  return hasNews;
}
