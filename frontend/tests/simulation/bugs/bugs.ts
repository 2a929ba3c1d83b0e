// Bugs of recovery, copies, lost storage, sealed states and the app lock, made on purpose: each changes one place of the
// app, and one story must notice it. Nothing of them is in the app: a bug is planted in the source as a test loads it.
import { ofAppLock } from "./lockBugs.ts";

export type Bug = {
  name: string;
  /** The file, under `src/`, and what is `right` in it; it stands there once. */
  file: string;
  right: string;
  wrong: string;
  /** The story that must fail: its file, under `tests/`, and its name. */
  caughtBy: { file: string; story: string };
};

const states = "storage/states.ts";
const sealedState = (story: string) => ({ file: "simulation/sealedState.test.ts", story });
const slots = "cases/recoveryCode/slotKeeper.ts";
const codes = "cases/recoveryCode/recoveryCode.ts";
const joined = "cases/recoveryCode/joinedCases.ts";
const recoveryCode = (story: string) => ({ file: "simulation/recoveryCode.test.ts", story });
const copying = "cases/copy/copies.ts";
const copies = (story: string) => ({ file: "simulation/copies.test.ts", story });
const lostStorage = (story: string) => ({ file: "simulation/lostStorage.test.ts", story });

const EVERYTHING = "alone brings back every case, own and joined, and the lost phone is in the list";
const REPLACED = "opens nothing any more once it is replaced, even if the server kept what it opened";

const ofSealedStates: Bug[] = [
  {
    name: "a sealed state is believed although a row that it stands for is gone",
    file: states,
    right: "count === head.rows",
    wrong: "true",
    caughtBy: sealedState("is not believed when a row is gone"),
  },
  {
    name: "a sealed state is believed although its last row is another one",
    file: states,
    right: "last?.hash === head.hash",
    wrong: "last !== undefined",
    caughtBy: sealedState("is not believed when its last row is another"),
  },
  {
    name: "a sealed state is believed on a phone that writes with another device",
    file: states,
    right: "record.device === device",
    wrong: "true",
    caughtBy: sealedState("is not believed when the phone writes with another device"),
  },
  {
    name: "a sealed state is believed after somebody's entries were set aside",
    file: states,
    right: "!record.setAside?.length",
    wrong: "true",
    caughtBy: sealedState("is not believed when somebody's entries were set aside"),
  },
  {
    name: "a sealed state is not bound to the rows that it stands for",
    file: "cases/documents/sealedState.ts",
    right: "part: number): string {",
    wrong: "part: number): string { return 'state';",
    caughtBy: sealedState("is not believed in the place of another case's"),
  },
  {
    name: "a start goes on after the sealed state one row too late",
    file: "cases/documents/logReader.ts",
    right: "this.#last = { n: found.head.n,",
    wrong: "this.#last = { n: found.head.n + 1,",
    caughtBy: sealedState("is followed by the rows that came after it"),
  },
];

const ofRecovery: Bug[] = [
  {
    name: "a code that was replaced still opens what the server kept",
    file: codes,
    right: 'code.replacedAt !== ""',
    wrong: "false",
    caughtBy: recoveryCode(REPLACED),
  },
  {
    name: "no slot is looked after",
    file: codes,
    right: "await this.#slots.afterRound()",
    wrong: "await undefined",
    caughtBy: recoveryCode("works again after the server was wiped, by itself"),
  },
  {
    name: "an old slot counts as the new one",
    file: slots,
    right: "seen.version >= known",
    wrong: "seen.version > 0",
    caughtBy: recoveryCode("is put back when the server gives an old slot, which is said"),
  },
  {
    name: "a code counts as ready once the server says that it took the slot",
    file: slots,
    right: 'if (!put.ok && put.code !== "slot_changed") return false',
    wrong: 'if (put.ok || put.code !== "slot_changed") return put.ok',
    caughtBy: recoveryCode("is made without a signal, and is ready only when the server has been seen to hold it"),
  },
  {
    name: "a phone forgets that it was recovered",
    file: joined,
    right: "await vault.holds(RECOVERED + held.secret.log)",
    wrong: "false",
    caughtBy: recoveryCode(EVERYTHING),
  },
  {
    name: "no device is kept for the cases of others",
    file: joined,
    right: "if (isIn(record) && isKept)",
    wrong: "if (false)",
    caughtBy: recoveryCode(EVERYTHING),
  },
  {
    name: "a recovered phone counts its envelopes from the beginning",
    file: joined,
    right: "await sealer.enrol(log, device, position)",
    wrong: "await sealer.enrol(log, device)",
    caughtBy: recoveryCode(EVERYTHING),
  },
];

const ofCopies: Bug[] = [
  {
    name: "a file of a known case becomes another case instead of being merged",
    file: copying,
    right: "knownAs(book.cases(), copied.id)",
    wrong: "knownAs([], copied.id)",
    caughtBy: copies("into a case that went on, without writing anything that is known"),
  },
  {
    name: "a case is in the list while only half of its file is stored",
    file: copying,
    right: "archiveCase(provider.doc, writer, id, true)",
    wrong: "undefined",
    caughtBy: {
      file: "simulation/copiesUnderFire.test.ts",
      story: "loses nothing that was there, and opening the file again completes it",
    },
  },
  {
    name: "a file is merged without having been tried first",
    file: copying,
    right: "!(await rehearsed(before?.doc ?? null, copied.pieces, (part) => onProgress(part / 2)))",
    wrong: "rehearsed === null",
    caughtBy: {
      file: "simulation/copiesUnderFire.test.ts",
      story: "crash nothing, are refused whole or merged whole, and leave the words that were there",
    },
  },
  {
    name: "words from a file stand as this person's own",
    file: copying,
    right: "claimCopied(doc, writer, pieces)",
    wrong: "void claimCopied",
    caughtBy: copies(
      "is this phone's person only for what it signed: words from a file are from a copy, on all of their phones",
    ),
  },
  {
    name: "what was deleted is not deleted in a copy",
    file: "domain/copy/pieces.ts",
    right: "start < end ?",
    wrong: "start > end ?",
    caughtBy: {
      file: "unit/copy/pieces.test.ts",
      story: "of one long session has several, each small enough for a guest, with what was deleted",
    },
  },
  {
    name: "one bit of a file may change unnoticed",
    file: "cases/copy/fileCheck.ts",
    right: "toHex(await sha256(hashed)) !== tail[1]",
    wrong: "toHex(await sha256(hashed)) === null",
    caughtBy: {
      file: "unit/copy/caseFile.test.ts",
      story: "changed at any byte says so, or in its first line that it is none of ours",
    },
  },
  {
    name: "a copy joins the case that it was made from before the guests of either are asked for",
    file: "cases/copy/joinCopies.ts",
    right: "isOpenToGuests(doc, entry.id)",
    wrong: "isOpenToGuests === null",
    caughtBy: copies("stay two where somebody was let into one of them: words must not reach a person unasked"),
  },
];

const ofLostStorage: Bug[] = [
  {
    name: "the keys are not written again into a storage that lost them",
    file: "wiring.ts",
    right: "await this.#secrets.restore()",
    wrong: "await undefined",
    caughtBy: lostStorage("is written again from what is open, without a signal, and says so"),
  },
  {
    name: "nothing says that entries were lost",
    file: "wiring.ts",
    right:
      'await this.log.addNotice(held.secret.log, { code: "phone_lost_entries", count: 1, at: this.#platform.now() })',
    wrong: "await undefined",
    caughtBy: lostStorage("is written again from what is open, without a signal, and says so"),
  },
  {
    name: "a word is called saved while what was there before is not back",
    file: "cases/documents/provider.ts",
    right: "|| !recovery.isOver()) {\n        await recovery.over();",
    wrong: ") {",
    caughtBy: {
      file: "simulation/savedOnLost.test.ts",
      story: "stands beside all others once it is called saved, at whichever step of its storing the database went",
    },
  },
  {
    name: "a phone whose keyring is gone begins as if it were new",
    file: "cases/keys/keyring.ts",
    right: "(await log.logs()).length > 0",
    wrong: "false",
    caughtBy: {
      file: "simulation/storing.test.ts",
      story:
        "a keyring that is gone while its rows are there stops the start; one who begins again leaves them where they are",
    },
  },
];

export const bugs: readonly Bug[] = [...ofSealedStates, ...ofRecovery, ...ofCopies, ...ofLostStorage, ...ofAppLock];

/** The source with the bug in it. Throws when its place is not there, or not the only one. */
export function planted({ name, right, wrong }: Bug, source: string): string {
  const [before, after, ...more] = source.split(right);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`"${name}" has no place any more`);
  return before + wrong + after;
}
