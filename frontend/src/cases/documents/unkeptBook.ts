// A book with a single case that is kept nowhere: it has no storage, no keys and no log, and goes when the page goes.
import { newId } from "../../crypto/primitives";
import { newDocument, type Writer } from "../../domain/case/document";
import type { CaseBook, OpenCase, Saving } from "./book";

export type UnkeptBook = CaseBook & { opened: OpenCase };

const ID = "example";
const ME = "me";

/** `clock` says when something is written, and how far local time is ahead of UTC then. */
export function unkeptBook(title: string, clock: Pick<Writer, "now" | "minutesEast">): UnkeptBook {
  const doc = newDocument();
  const opened: OpenCase = {
    id: ID,
    doc,
    writer: { ...clock, author: ME, newId },
    isOwn: () => true,
    isOwnDevice: () => true,
    saving,
    subscribe(listener) {
      doc.on("update", listener);
      return () => doc.off("update", listener);
    },
    flush: stored,
  };
  const entry = {
    id: ID,
    ownerToken: null,
    keys: [],
    companion: null,
    title: { value: title, others: [] },
    createdAt: clock.now(),
    archivedAt: null,
    formerly: null,
    from: null,
  };
  return {
    opened,
    cases: () => [entry],
    phones: () => [],
    thisPhone: () => null,
    isMe: (author) => author === ME,
    subscribe: () => () => {},
    recoveryCodeState: () => "verified",
    saving,
    create: notHere,
    rename: notHere,
    setArchived: notHere,
    open: async () => opened,
    storeAll: stored,
  };
}

// Whoever asks need not wait, and nobody is told that anything was saved.
function saving(): Saving {
  return { state: "saved" };
}

async function stored(): Promise<void> {}

/** For what only a phone's own book can do: no screen of the example offers it. */
export function notHere(): never {
  throw new Error("not in the example");
}
