// Claims of what came from a file: entered when a file is opened, and taken back for what a case had before. See
// changes/copied.ts, which reads them.
import * as Y from "yjs";
import { type CaseDoc, plainText, rootMap, type Writer } from "../case/document";
import { COPIED, type Ranges, rangesIn } from "../changes/copied";

/** Enters what these changes would be the first to bring. To be stored before the changes themselves. */
export function claimCopied(doc: CaseDoc, writer: Writer, changes: readonly Uint8Array[]): void {
  const brought = new Map<number, [number, number]>();
  for (const change of changes) {
    const { from, to } = Y.parseUpdateMeta(change);
    for (const [client, end] of to) {
      const [first, last] = brought.get(client) ?? [Number.POSITIVE_INFINITY, 0];
      brought.set(client, [Math.min(first, from.get(client) ?? 0), Math.max(last, end)]);
    }
  }
  const ranges = [...brought].map(([client, [from, to]]): Ranges[number] => [client, from, to]);
  const fresh = beyond(ranges, knownIn(doc));
  if (fresh.length > 0) rootMap(doc, COPIED).set(writer.newId(), JSON.stringify(fresh));
}

/** What a case has of each session, and which claims. */
export type Known = { clocks: ReadonlyMap<number, number>; claims: ReadonlySet<string> };

export function knownIn(doc: CaseDoc): Known {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  return { clocks, claims: new Set(rootMap(doc, COPIED).keys()) };
}

/** Takes back what another case claimed of words that this one had `before` the two were joined. */
export function forgetClaims(doc: CaseDoc, writer: Writer, before: Known): void {
  const root = rootMap(doc, COPIED);
  doc.transact(() => {
    for (const key of [...root.keys()].filter((one) => !before.claims.has(one))) {
      const said = plainText(root, key);
      const left = JSON.stringify(beyond(rangesIn(said), before));
      if (left === said) continue;
      root.delete(key);
      if (left !== "[]") root.set(writer.newId(), left);
    }
  });
}

function beyond(ranges: Ranges, { clocks }: Known): Ranges {
  return ranges.flatMap(([client, from, to]): Ranges => {
    const start = Math.max(from, clocks.get(client) ?? 0);
    return start < to ? [[client, start, to]] : [];
  });
}
