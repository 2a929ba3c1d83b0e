// How far the rows of others were tried on this phone, and which are set aside. What is about to be merged is noted
// first, so that the next start knows it if merging kills this run. A note notifies nobody: no screen changes by it.
import type { Changes } from "./changes";
import { transact, type WithDatabase } from "./database";
import { rowsOf, saying, withoutFinding } from "./localLog";
import { patchRecord } from "./logRecord";
import type { LogRecord, Row, StoredNotice } from "./schema";
import { mayBeTriedAnew, withFinding } from "./setAside";

export type MergeState = Pick<LogRecord, "checkedUpTo" | "checking">;

export class MergeProgress {
  /** The id of this run of the app: one tab, from its start to its end. */
  readonly run: string;
  readonly #withDatabase: WithDatabase;
  readonly #changes: Changes;

  constructor(withDatabase: WithDatabase, changes: Changes, run: string) {
    this.run = run;
    this.#withDatabase = withDatabase;
    this.#changes = changes;
  }

  /** Notes how far the rows were tried, together with a notice of what that showed. */
  async note(log: string, state: MergeState, notice?: StoredNotice): Promise<void> {
    await transact(this.#withDatabase, ["logs"], "readwrite", (tx) =>
      patchRecord(tx.objectStore("logs"), log, (record) => ({ ...(notice && saying(notice)(record)), ...state })),
    );
    if (notice) this.#changes.announce(log);
  }

  /** Stores what each of these rows needs before it can be merged. */
  hold(log: string, held: { n: number; needs: Row["needs"] }[]): Promise<void> {
    return transact(this.#withDatabase, ["rows"], "readwrite", async (tx) => {
      for (const { n, needs } of held) {
        const row = await tx.objectStore("rows").get([log, n]);
        if (row) await tx.objectStore("rows").put({ ...row, needs });
      }
    });
  }

  /** Sets aside everything, also what comes later, from the devices of which something is set aside already. */
  setAside(log: string): Promise<void> {
    return this.#lookAt(
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
    );
  }

  /** Lets everything that was set aside be tried again at the next start, with twice the quota if it was too much. */
  retrySetAside(log: string): Promise<void> {
    return this.#lookAt(
      log,
      (row) => (mayBeTriedAnew(row) ? withoutFinding(row) : null),
      (record, _devices, isMuch) => ({
        setAside: [],
        notices: withoutAside(record),
        quotaDoublings: (record.quotaDoublings ?? 0) + (isMuch ? 1 : 0),
      }),
    );
  }

  async #lookAt(log: string, change: (row: Row, devices: Set<string>) => Row | null, after: AfterLook): Promise<void> {
    await transact(this.#withDatabase, ["rows", "logs"], "readwrite", async (tx) => {
      const rows = tx.objectStore("rows");
      const all = await rows.getAll(rowsOf(log));
      const setAside = all.filter(({ finding }) => finding === "unsound" || finding === "too_much");
      const devices = new Set(setAside.map(({ device }) => device));
      for (const row of all) {
        const changed = change(row, devices);
        if (changed) await rows.put(changed);
      }
      const isMuch = setAside.some(({ finding }) => finding === "too_much");
      await patchRecord(tx.objectStore("logs"), log, (record) => ({ ...afresh, ...after(record, devices, isMuch) }));
    });
    await this.#changes.announce(log);
  }
}

type AfterLook = (record: LogRecord, devices: Set<string>, isMuch: boolean) => Partial<LogRecord>;
// Other rows may depend on those set aside: every row is tried again.
const afresh = { checkedUpTo: 0, checking: null };

function withoutAside({ notices }: LogRecord): LogRecord["notices"] {
  return notices.filter(({ code }) => code !== "unsound" && code !== "too_much" && code !== "set_aside");
}
