// Stores what was sealed again under a device of this phone: its own unsent rows after the device id changed, or other
// devices' rows that the server lost. One transaction each, so a crash never leaves half of it.
import type { Changes } from "./changes";
import { transact, type WithDatabase } from "./database";
import { isNext, type OwnEnvelope, pendingOf } from "./localLog";
import type { LogRecord, Row } from "./schema";
import type { RowsAndLogs } from "./verify";

/** The last envelope of a device, which its next one follows. */
export type DevicePosition = { counter: number; previous: string };

export interface Reseals {
  /** Gives the log another device: its unsent rows `replaced` go, that device's `envelopes` come, after its `counter`. */
  replaceDevice(
    log: string,
    from: string,
    to: { id: string } & DevicePosition,
    replaced: number[],
    envelopes: OwnEnvelope[],
  ): Promise<"stored" | "stale">;
  /** Adds `envelopes` of the current device, marks `rowNumbers` as resealed; `last` clears the log's request for it. */
  adopt(log: string, rowNumbers: number[], envelopes: OwnEnvelope[], last: boolean): Promise<"stored" | "stale">;
}

export function createReseals(withDatabase: WithDatabase, changes: Changes): Reseals {
  const strictly = <T>(work: (tx: RowsAndLogs) => Promise<T>) =>
    transact(withDatabase, ["rows", "logs"], "readwrite", work, { durability: "strict" });
  return {
    async replaceDevice(log, from, to, replaced, envelopes) {
      const outcome = await strictly(async (tx) => {
        const record = await tx.objectStore("logs").get(log);
        const unsent = await tx.objectStore("rows").index("pending").count(pendingOf(log));
        if (!record || (record.device ?? "") !== from || unsent !== replaced.length) return "stale" as const;
        for (const n of replaced) await tx.objectStore("rows").delete([log, n]);
        for (const row of rowsFor(record, envelopes)) await tx.objectStore("rows").put(row);
        const { id: device, counter, previous } = to;
        const fresh = { ...record, device, counter, previous, writtenElsewhere: counter, cloned: false };
        await tx.objectStore("logs").put(advanced(fresh, envelopes));
        return "stored" as const;
      });
      changes.announce(log);
      return outcome;
    },

    async adopt(log, rowNumbers, envelopes, last) {
      const outcome = await strictly(async (tx) => {
        const record = await tx.objectStore("logs").get(log);
        if (!record || !follows(record, envelopes[0])) return "stale" as const;
        for (const n of rowNumbers) {
          const row = await tx.objectStore("rows").get([log, n]);
          if (row) await tx.objectStore("rows").put({ ...row, resealed: 1 });
        }
        for (const row of rowsFor(record, envelopes)) await tx.objectStore("rows").put(row);
        await tx.objectStore("logs").put(advanced({ ...record, orphans: !last }, envelopes));
        return "stored" as const;
      });
      changes.announce(log);
      return outcome;
    },
  };
}

function follows(record: LogRecord, first: OwnEnvelope | undefined): boolean {
  return first === undefined || isNext(record, first);
}

function rowsFor(record: LogRecord, envelopes: OwnEnvelope[]): Row[] {
  return envelopes.map((own, at) => ({ ...own, log: record.log, n: record.rows + 1 + at, pending: 1 }));
}

function advanced(record: LogRecord, envelopes: OwnEnvelope[]): LogRecord {
  const last = envelopes.at(-1);
  const rows = record.rows + envelopes.length;
  return last ? { ...record, rows, counter: last.counter, previous: last.hash } : { ...record, rows };
}
