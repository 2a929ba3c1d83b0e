// Seals what this phone writes on a log and opens what anyone wrote: the only place where keys, device and log meet.
// It also seals again: unsent rows under a new device when the storage was cloned, and other devices' rows that the server lost.
import { sha256 } from "../crypto/primitives";
import { type CaseKey, caseKey, type Opened, open, type SealKeys, seal } from "../crypto/seal";
import type { Credentials } from "../protocol/api";
import { fromHex, toHex } from "../protocol/bytes";
import { MAX_ENVELOPE_BYTES, ZERO_HASH, ZERO_INCARNATION } from "../protocol/envelope";
import type { Reseals } from "../storage/reseals";
import type { LogRecord, Row } from "../storage/schema";
import { isOrphan } from "../storage/serverLog";
import type { OwnEnvelope, UpdateLog } from "../storage/updateLog";
import type { Device, Vault } from "./vault";

/** A log's owner token, null on someone else's, and its keys by epoch, hex, as the keyring holds them. */
export type LogKeys = { ownerToken: string | null; keys: { epoch: number; key: string }[] };
export type SealerParts = { log: UpdateLog; reseals: Reseals; vault: Vault; keysOf: (log: string) => LogKeys | null };
/** The part of a log's record that the next envelope is sealed on. */
type Place = Pick<LogRecord, "log" | "counter" | "previous" | "incarnation" | "cursor" | "cursorHash">;

type Content = { payload: Uint8Array; carries?: string | undefined };

const ADOPT_AT_ONCE = 100;

export interface Sealer {
  /** Seals `payload` and stores it. Resolves when it is on disk; returns the entry hash. */
  append(log: string, payload: Uint8Array): Promise<string>;
  openRow(row: Row): Promise<Opened>;
  openRows(log: string, rows: Row[]): Promise<{ row: Row; result: Opened }[]>;
  credentials(log: string): Promise<Credentials | null>;
  /** Lets the log go on with `device`; what was not sent yet is sealed again under it. */
  enrol(log: string, device: Device): Promise<void>;
  /** Does what the log's record asks for: a new device id, or sealing orphans again. */
  mend(record: LogRecord): Promise<void>;
}

export function createSealer({ log: updateLog, reseals, vault, keysOf }: SealerParts): Sealer {
  const sealKeys: SealKeys = new Map();
  const caseKeys = new Map<string, Promise<CaseKey>>();

  async function keys(log: string): Promise<CaseKey[]> {
    const known = keysOf(log)?.keys ?? [];
    return Promise.all(
      known.map(({ epoch, key }) => memo(caseKeys, `${epoch}/${key}`, () => caseKey(epoch, fromHex(key, 32)))),
    );
  }

  async function writingDevice(record: LogRecord): Promise<Device> {
    return vault.device(record.device ?? (await updateLog.setDevice(record.log, (await vault.makeDevice()).id)));
  }

  async function sealOn(place: Place, device: Device, payload: Uint8Array): Promise<OwnEnvelope> {
    const key = (await keys(place.log)).sort((a, b) => b.epoch - a.epoch)[0];
    if (!key) throw new Error("no key for this log");
    const counter = place.counter + 1;
    const head =
      place.incarnation === null || place.cursor === 0
        ? { incarnation: ZERO_INCARNATION, seq: 0, hash: ZERO_HASH }
        : { incarnation: place.incarnation, seq: place.cursor, hash: place.cursorHash };
    const header = {
      kind: "update" as const,
      log: place.log,
      epoch: key.epoch,
      keyId: key.id,
      device: device.id,
      counter,
      previous: place.previous,
      head,
      through: null,
    };
    const envelope = await seal(payload, header, key, device.signer, sealKeys);
    if (envelope.length > MAX_ENVELOPE_BYTES) throw new RangeError("one change is larger than an envelope may be");
    return { device: device.id, counter, previous: place.previous, envelope, hash: toHex(await sha256(envelope)) };
  }

  async function sealEach(place: Place, device: Device, contents: Content[]): Promise<OwnEnvelope[]> {
    const envelopes: OwnEnvelope[] = [];
    let last = place;
    for (const { payload, carries } of contents) {
      const own = await sealOn(last, device, payload);
      last = { ...last, counter: own.counter, previous: own.hash };
      envelopes.push(carries ? { ...own, carries } : own);
    }
    return envelopes;
  }

  async function openRow(row: Row): Promise<Opened> {
    return open(row.envelope, row.log, await keys(row.log), sealKeys, true);
  }

  async function takeDevice(record: LogRecord, device: Device): Promise<void> {
    const unsent = await updateLog.pending(record.log);
    const contents = await Promise.all(
      unsent.map(async (row) => ({ payload: await payloadOf(row), carries: row.carries })),
    );
    const envelopes = await sealEach({ ...record, counter: 0, previous: ZERO_HASH }, device, contents);
    const places = unsent.map((row) => row.n);
    await reseals.replaceDevice(record.log, record.device ?? "", device.id, places, envelopes);
  }

  // Someone may type meanwhile, or another tab be first: then the device has not become the log's yet.
  async function enrol(log: string, device: Device): Promise<void> {
    for (;;) {
      const record = await updateLog.record(log);
      if (!record) throw new Error("this phone does not keep that log");
      if (record.device === device.id) return;
      if (record.device === null) await updateLog.setDevice(log, device.id);
      else await takeDevice(record, device);
    }
  }

  async function payloadOf(row: Row): Promise<Uint8Array> {
    const opened = await openRow(row);
    if (!opened.ok) throw new Error(`an unsent row of this phone does not open: ${opened.finding}`);
    return opened.payload;
  }

  // A few at a time, so that someone who goes on typing does not make all of it stale.
  async function adoptOrphans(record: LogRecord): Promise<void> {
    const rows = await updateLog.rowsAfter(record.log, 0);
    const carried = new Set(rows.flatMap((row) => (row.device === record.device && row.carries ? [row.carries] : [])));
    const orphans = rows.filter(isOrphan);
    const some = orphans.slice(0, ADOPT_AT_ONCE);
    const contents: Content[] = [];
    for (const row of some) {
      const opened = await openRow(row);
      if (!opened.ok) continue;
      const carries = toHex(await sha256(opened.payload));
      // Taken over once already, perhaps from another phone that had taken it over: once is enough.
      if (!carried.has(carries)) contents.push({ payload: opened.payload, carries });
      carried.add(carries);
    }
    const envelopes = await sealEach(record, await writingDevice(record), contents);
    const places = some.map((row) => row.n);
    await reseals.adopt(record.log, places, envelopes, some.length === orphans.length);
  }

  // The keys are looked up once, however many rows there are.
  async function openRows(log: string, rows: Row[]): Promise<{ row: Row; result: Opened }[]> {
    const known = await keys(log);
    return Promise.all(
      rows.map(async (row) => ({ row, result: await open(row.envelope, log, known, sealKeys, true) })),
    );
  }

  return {
    openRow,
    openRows,
    enrol,
    async append(log, payload) {
      for (;;) {
        const record = await updateLog.record(log);
        if (!record) throw new Error("this phone does not keep that log");
        const device = await writingDevice(record);
        const own = await sealOn(record, device, payload);
        if ((await updateLog.append(log, own)) === "stored") return own.hash;
      }
    },
    async credentials(log) {
      const known = keysOf(log);
      const record = await updateLog.record(log);
      if (!known || !record) return null;
      const device = await writingDevice(record);
      return { ownerToken: known.ownerToken, device: device.id, deviceToken: device.token };
    },
    async mend(record) {
      if (keysOf(record.log) === null) return;
      if (record.cloned) await takeDevice(record, await vault.makeDevice());
      else if (record.orphans) await adoptOrphans(record);
    },
  };
}

function memo<T>(cache: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = cache.get(name) ?? make();
  cache.set(name, known);
  known.catch(() => cache.delete(name));
  return known;
}
