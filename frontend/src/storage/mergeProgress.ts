// How far the rows of others were tried on this phone, and which of them are set aside. What is about to be merged is noted before, so
// that the next start knows it when this one dies of it. Rings no bell: nothing that a screen shows changes by a note.
import type { Changes } from "./changes";
import { transact, type WithDatabase } from "./database";
import { saying, withoutFinding } from "./localLog";
import { patchRecord } from "./logRecord";
import type { LogRecord, Row, StoredNotice } from "./schema";
import { mayBeTriedAnew, withFinding } from "./setAside";

export type MergeState = Pick<LogRecord, "checkedUpTo" | "checking">;

export interface MergeProgress {
  /** Names this run of the app: from one start of this tab to its end. */
  run: string;
  /** Notes how far the rows were tried, and says with it what the trying of those showed. */
  note(log: string, state: MergeState, notice?: StoredNotice): Promise<void>;
  /** Keeps what each of these rows needs before it can be merged. */
  hold(log: string, rows: { n: number; needs: Row["needs"] }[]): Promise<void>;
  /** Sets aside all that was signed by the devices of which something is set aside already, also what comes later. */
  setAside(log: string): Promise<void>;
  /** Lets everything that was set aside be tried anew, at the next start. Of what was too much, twice as much may come in then. */
  retrySetAside(log: string): Promise<void>;
}

export function createMergeProgress(withDatabase: WithDatabase, changes: Changes, run: string): MergeProgress {
  const within = (log: string, change: (row: Row, devices: Set<string>) => Row | null, after: AfterLook) =>
    transact(withDatabase, ["rows", "logs"], "readwrite", async (tx) => {
      const rows = tx.objectStore("rows");
      const all = await rows.getAll(IDBKeyRange.bound([log, 0], [log, Number.POSITIVE_INFINITY]));
      const setAside = all.filter(({ finding }) => finding === "unsound" || finding === "too_much");
      const devices = new Set(setAside.map(({ device }) => device));
      for (const row of all) {
        const changed = change(row, devices);
        if (changed) await rows.put(changed);
      }
      const isMuch = setAside.some(({ finding }) => finding === "too_much");
      await patchRecord(tx.objectStore("logs"), log, (record) => ({ ...afresh, ...after(record, devices, isMuch) }));
    }).then(() => changes.announce(log));

  return {
    run,
    async note(log, state, notice) {
      await transact(withDatabase, ["logs"], "readwrite", (tx) =>
        patchRecord(tx.objectStore("logs"), log, (record) => ({ ...(notice && saying(notice)(record)), ...state })),
      );
      if (notice) changes.announce(log);
    },
    hold: (log, held) =>
      transact(withDatabase, ["rows"], "readwrite", async (tx) => {
        for (const { n, needs } of held) {
          const row = await tx.objectStore("rows").get([log, n]);
          if (row) await tx.objectStore("rows").put({ ...row, needs });
        }
      }),
    setAside: (log) =>
      within(
        log,
        (row, devices) => (devices.has(row.device) && !row.finding ? withFinding(row, "set_aside") : null),
        (record, devices) => ({
          setAside: [...new Set([...(record.setAside ?? []), ...devices])],
          notices: withoutAside(record).concat({
            code: "set_aside",
            count: devices.size,
            at: record.lastExchangeAt ?? "",
          }),
        }),
      ),
    retrySetAside: (log) =>
      within(
        log,
        (row) => (mayBeTriedAnew(row) ? withoutFinding(row) : null),
        (record, _devices, isMuch) => ({
          setAside: [],
          notices: withoutAside(record),
          quotaDoublings: (record.quotaDoublings ?? 0) + (isMuch ? 1 : 0),
        }),
      ),
  };
}

type AfterLook = (record: LogRecord, devices: Set<string>, isMuch: boolean) => Partial<LogRecord>;
// Whoever was set aside may be what others stand on: every row is looked at anew.
const afresh = { checkedUpTo: 0, checking: null };

function withoutAside({ notices }: LogRecord): LogRecord["notices"] {
  return notices.filter(({ code }) => code !== "unsound" && code !== "too_much" && code !== "set_aside");
}
