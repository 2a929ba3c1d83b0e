// Seals again what was sealed before: unsent rows under a new device when the storage was cloned or lost a key, and
// other devices' rows that the server lost. Loaded when it is first needed.
import { sha256 } from "../../crypto/primitives";
import type { Opened } from "../../crypto/seal";
import { toHex } from "../../protocol/bytes";
import { ZERO_HASH } from "../../protocol/envelope";
import type { LocalLog, OwnEnvelope } from "../../storage/localLog";
import type { DevicePosition, Reseals } from "../../storage/reseals";
import type { LogRecord, Row, TouchedEntry } from "../../storage/schema";
import { isOrphan } from "../../storage/syncLog";
import type { Device } from "./vault";

/** The part of a log's record that the next envelope is sealed on. */
export type LogPosition = Pick<LogRecord, "log" | "counter" | "previous" | "incarnation" | "cursor" | "cursorHash">;
/** What the sealer does for one row. */
export type Seals = {
  sealOn(position: LogPosition, device: Device, payload: Uint8Array): Promise<OwnEnvelope>;
  openRow(row: Row): Promise<Opened>;
};
type ResealContent = { payload: Uint8Array; carries?: string | undefined; touched?: TouchedEntry[] | undefined };

export type { DevicePosition };

const NEW_DEVICE: DevicePosition = { counter: 0, previous: ZERO_HASH };
const ADOPT_AT_ONCE = 100;

export class Resealer {
  readonly #log: LocalLog;
  readonly #reseals: Reseals;
  readonly #seals: Seals;

  constructor(log: LocalLog, reseals: Reseals, seals: Seals) {
    this.#log = log;
    this.#reseals = reseals;
    this.#seals = seals;
  }

  /** Gives the log the device and reseals under it what was not sent yet. Does nothing when the log has changed. */
  async takeDevice(record: LogRecord, device: Device, at: DevicePosition = NEW_DEVICE): Promise<void> {
    const unsent = await this.#log.pending(record.log);
    const contents = await Promise.all(
      unsent.map(async (row) => ({ payload: await this.#payloadOf(row), carries: row.carries, touched: row.touched })),
    );
    const envelopes = await this.#sealEach({ ...record, ...at }, device, contents);
    const rowNumbers = unsent.map((row) => row.n);
    await this.#reseals.replaceDevice(record.log, record.device ?? "", { id: device.id, ...at }, rowNumbers, envelopes);
  }

  /**
   * Seals some of the rows that the server lost under the log's own device. Only a few at a time, so that a person who
   * goes on typing does not make all of it stale.
   */
  async adoptOrphans(record: LogRecord, device: Device): Promise<void> {
    const rows = await this.#log.rowsAfter(record.log, 0);
    const carried = new Set(rows.flatMap((row) => (row.device === record.device && row.carries ? [row.carries] : [])));
    const orphans = rows.filter(isOrphan);
    const some = orphans.slice(0, ADOPT_AT_ONCE);
    const envelopes = await this.#sealEach(record, device, await this.#notYetCarried(some, carried));
    const rowNumbers = some.map((row) => row.n);
    await this.#reseals.adopt(record.log, rowNumbers, envelopes, some.length === orphans.length);
  }

  // Already taken over, perhaps from another phone that had taken it over itself: once is enough.
  async #notYetCarried(rows: Row[], carried: Set<string>): Promise<ResealContent[]> {
    const contents: ResealContent[] = [];
    for (const row of rows) {
      const opened = await this.#seals.openRow(row);
      if (!opened.ok) continue;
      const carries = toHex(await sha256(opened.payload));
      if (!carried.has(carries)) contents.push({ payload: opened.payload, carries });
      carried.add(carries);
    }
    return contents;
  }

  async #sealEach(position: LogPosition, device: Device, contents: ResealContent[]): Promise<OwnEnvelope[]> {
    const envelopes: OwnEnvelope[] = [];
    let last = position;
    for (const { payload, ...kept } of contents) {
      const own = await this.#seals.sealOn(last, device, payload);
      last = { ...last, counter: own.counter, previous: own.hash };
      envelopes.push({ ...own, ...kept });
    }
    return envelopes;
  }

  async #payloadOf(row: Row): Promise<Uint8Array> {
    const opened = await this.#seals.openRow(row);
    if (!opened.ok) throw new Error(`an unsent row of this phone does not open: ${opened.finding}`);
    return opened.payload;
  }
}
