// What others removed from a case or wrote over, worked out from the rows on this phone. Asks nothing of the server and
// does not touch the open document. Yields now and then, so that a tap gets its turn however many rows there are.
import { type Removal, type Told, tellingRemovals } from "../../domain/changes/asItWas";
import type { LocalLog } from "../../storage/localLog";
import type { OpenCase } from "../documents/book";
import type { Sealer } from "../keys/sealer";

const TURN_MS = 20;

export type ListRemovals = (opened: OpenCase) => Promise<Removal[]>;

export function createListRemovals({ log, sealer }: { log: LocalLog; sealer: Sealer }): ListRemovals {
  return async (opened) => {
    const record = await log.record(opened.id);
    const rows = await log.rowsAfter(opened.id, 0);
    // Rows that this phone keeps out of the case, or has not tried yet, removed nothing.
    const merged = rows.filter(
      (row) => row.finding === undefined && (row.n <= (record?.checkedUpTo ?? 0) || row.device === record?.device),
    );
    const told = (await sealer.openRows(opened.id, merged)).flatMap(({ row, result }): Told[] => {
      if (!result.ok) return [];
      const { device, at = null, needs } = row;
      return [{ update: result.payload, device, isOwn: opened.isOwnDevice(device), at, needs }];
    });
    const telling = tellingRemovals(told);
    for (let turn = performance.now(); ; ) {
      const { done, value } = telling.next();
      if (done) return value;
      if (performance.now() - turn < TURN_MS) continue;
      await new Promise((resolve) => setTimeout(resolve));
      turn = performance.now();
    }
  };
}
