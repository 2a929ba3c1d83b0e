// Seals what this phone writes on a log and opens what anyone wrote: the only place where keys, device and log meet.
// What has to be sealed once more is the resealer's, which is loaded when there is something.
import { mayOwn } from "../../crypto/logId";
import { sha256 } from "../../crypto/primitives";
import { type CaseKey, caseKey, type Opened, open, type SealKeys, seal } from "../../crypto/seal";
import type { Change } from "../../domain/changes/updates";
import type { Credentials } from "../../protocol/api";
import { fromHex, toHex } from "../../protocol/bytes";
import { MAX_ENVELOPE_BYTES, ZERO_HASH, ZERO_INCARNATION } from "../../protocol/envelope";
import type { LocalLog, OwnEnvelope } from "../../storage/localLog";
import type { LogRecord, Row, TouchedEntry } from "../../storage/schema";
import type { LogPosition, Resealer, Seals } from "./resealer";
import type { Device, Vault } from "./vault";

/** A log's owner token, null on someone else's, and its keys by epoch, hex, as the keyring holds them. */
export type LogKeys = {
  ownerToken: string | null;
  keys: { epoch: number; key: string }[];
  isSecond?: true;
  isLeft?: true;
};
export type SealerParts = {
  log: LocalLog;
  vault: Vault;
  keysOf: (log: string) => LogKeys | null;
  resealer: (seals: Seals) => Promise<Resealer>;
};

type SealedRow = Pick<Row, "log" | "envelope">;

export interface Sealer {
  /** Seals the change and stores it. Resolves when it is on disk; returns the entry hash. */
  append(log: string, change: Change): Promise<string>;
  openRow(row: SealedRow): Promise<Opened>;
  openRows(log: string, rows: Row[]): Promise<{ row: Row; result: Opened }[]>;
  credentials(log: string): Promise<Credentials | null>;
  /** Lets the log go on with `device`; what was not sent yet is sealed again under it. */
  enrol(log: string, device: Device): Promise<void>;
  /** Does what the log's record asks for: a new device id, or sealing orphans again. */
  repair(record: LogRecord): Promise<void>;
}

export function createSealer({ log: localLog, vault, keysOf, resealer }: SealerParts): Sealer {
  const sealKeys: SealKeys = new Map();
  const caseKeys = new Map<string, Promise<CaseKey>>();
  const seals: Seals = { sealOn, openRow };

  async function keys(log: string): Promise<CaseKey[]> {
    const known = keysOf(log)?.keys ?? [];
    return Promise.all(
      known.map(({ epoch, key }) => memo(caseKeys, `${epoch}/${key}`, () => caseKey(epoch, fromHex(key, 32)))),
    );
  }

  // A key that this phone lost is replaced; the log has another device then, and the record has to be read again: null.
  async function writingDevice(record: LogRecord): Promise<Device | null> {
    const id = record.device ?? (await localLog.setDevice(record.log, (await vault.makeDevice()).id));
    const device = await vault.device(id);
    if (!device) await takeDevice({ ...record, device: id }, await vault.makeDevice());
    return device;
  }

  async function takeDevice(record: LogRecord, device: Device): Promise<void> {
    await (await resealer(seals)).takeDevice(record, device);
  }

  async function sealOn(position: LogPosition, device: Device, payload: Uint8Array): Promise<OwnEnvelope> {
    const key = (await keys(position.log)).sort((a, b) => b.epoch - a.epoch)[0];
    if (!key) throw new Error("no key for this log");
    const counter = position.counter + 1;
    const head =
      position.incarnation === null || position.cursor === 0
        ? { incarnation: ZERO_INCARNATION, seq: 0, hash: ZERO_HASH }
        : { incarnation: position.incarnation, seq: position.cursor, hash: position.cursorHash };
    const header = {
      kind: "update" as const,
      log: position.log,
      epoch: key.epoch,
      keyId: key.id,
      device: device.id,
      counter,
      previous: position.previous,
      head,
      through: null,
    };
    const envelope = await seal(payload, header, key, device.signer, sealKeys);
    if (envelope.length > MAX_ENVELOPE_BYTES) throw new RangeError("one change is larger than an envelope may be");
    return { device: device.id, counter, previous: position.previous, envelope, hash: toHex(await sha256(envelope)) };
  }

  async function openRow(row: SealedRow): Promise<Opened> {
    return open(row.envelope, row.log, await keys(row.log), sealKeys, true);
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
    // Someone may type meanwhile, or another tab be first: then the device has not become the log's yet.
    async enrol(log, device) {
      for (;;) {
        const record = await localLog.record(log);
        if (!record) throw new Error("this phone does not keep that log");
        if (record.device === device.id) return;
        if (record.device === null) await localLog.setDevice(log, device.id);
        else await takeDevice(record, device);
      }
    },
    async append(log, { update, touched }) {
      for (;;) {
        const record = await localLog.record(log);
        // Whoever writes has the document: a storage that lost the log has to keep it again.
        if (!record) await localLog.register(log);
        const device = record && (await writingDevice(record));
        if (!device) continue;
        const own = await sealOn(record, device, update);
        const entries = touched.map((id): TouchedEntry => [log, id]);
        if ((await localLog.append(log, { ...own, touched: entries })) === "stored") return own.hash;
      }
    },
    async credentials(log) {
      const known = keysOf(log);
      const record = await localLog.record(log);
      if (!known || !record || known.isLeft) return null;
      const device = await writingDevice(record);
      // A token that cannot be this log's was put there by somebody else: the log is taken for one that is not the person's own.
      const isOwner = known.ownerToken !== null && (await mayOwn(log, known.ownerToken));
      const ownerToken = isOwner ? known.ownerToken : null;
      return device && { ownerToken, device: device.id, deviceToken: device.token, isSecond: known.isSecond === true };
    },
    async repair(record) {
      if (keysOf(record.log) === null) return;
      if (record.cloned) return takeDevice(record, await vault.makeDevice());
      const device = record.orphans && (await writingDevice(record));
      if (device) await (await resealer(seals)).adoptOrphans(record, device);
    },
  };
}

function memo<T>(cache: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = cache.get(name) ?? make();
  cache.set(name, known);
  known.catch(() => cache.delete(name));
  return known;
}
