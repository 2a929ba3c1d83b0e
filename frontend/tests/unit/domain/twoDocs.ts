// Two documents of one case, as on two phones, and the exchange between them.
import * as Y from "yjs";
import { type CaseDoc, newDocument, type Writer } from "../../../src/domain/case/document";

let ids = 0;
let minutes = 0;

export function writerNamed(author: string): Writer {
  return {
    author,
    newId: () => {
      ids += 1;
      return `${author}-${ids.toString().padStart(6, "0")}`;
    },
    now: () => {
      minutes += 1;
      return new Date(Date.UTC(2026, 10, 22, 9, minutes)).toISOString();
    },
  };
}

export function exchange(a: CaseDoc, b: CaseDoc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
}

/** Each pair begins in the morning, so that no story crosses midnight because of how many ran before it. */
export function twoPhones(): { ana: CaseDoc; ben: CaseDoc; byAna: Writer; byBen: Writer } {
  minutes = 0;
  return { ana: newDocument(), ben: newDocument(), byAna: writerNamed("ana"), byBen: writerNamed("ben") };
}
