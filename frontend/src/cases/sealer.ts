// Seals what this phone writes on a log and opens what anyone wrote: the only place where keys, device and log meet.
// It also seals again: unsent rows under a new device when the storage was cloned, and other devices' rows that the server lost.
import { sha256 } from "../crypto/primitives";
import { type CaseKey, caseKey, type Opened, open, type SealKeys, seal } from "../crypto/seal";
import { fromHex, toHex } from "../protocol/bytes";
import { MAX_ENVELOPE_BYTES, ZERO_HASH, ZERO_INCARNATION } from "../protocol/envelope";
import type { Reseals } from "../storage/reseals";
import type { LogRecord, Row } from "../storage/schema";
import { isOrphan } from "../storage/serverLog";
import type { OwnEnvelope, UpdateLog } from "../storage/updateLog";
import type { Device, Vault } from "./vault";

/** A log's owner token and its keys by epoch, hex, as the keyring holds them. */
export type LogKeys = { ownerToken: string; keys: { epoch: number; key: string }[] };
export type Credentials = { ownerToken: string; device: string; deviceToken: string };
export type SealerParts = { log: UpdateLog; reseals: Reseals; vault: Vault; keysOf: (log: string) => LogKeys | null };
/** The part of a log's record that the next envelope is sealed on. */
type Place = Pick<LogRecord, "log" | "counter" | "previous" | "incarnation" | "cursor" | "cursorHash">;

export interface Sealer {
  /** Seals `payload` and stores it. Resolves when it is on disk; returns the entry hash. */
  append(log: string, payload: Uint8Array): Promise<string>;
  openRow(row: Row): Promise<Opened>;
  credentials(log: string): Promise<Credentials | null>;
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
    const id = record.device ?? (await updateLog.setDevice(record.log, (await vault.makeDevice()).id));
    const device = await vault.device(id);
    if (!device) throw new Error("this phone's key for the log is missing");
    return device;
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

  async function sealEach(
    place: Place,
    device: Device,
    rows: Row[],
  ): Promise<{ places: number[]; envelopes: OwnEnvelope[] }> {
    const places: number[] = [];
    const envelopes: OwnEnvelope[] = [];
    let last = place;
    for (const row of rows) {
      const opened = await openRow(row);
      if (!opened.ok) continue;
      const own = await sealOn(last, device, opened.payload);
      last = { ...last, counter: own.counter, previous: own.hash };
      places.push(row.n);
      envelopes.push(own);
    }
    return { places, envelopes };
  }

  async function openRow(row: Row): Promise<Opened> {
    return open(row.envelope, row.log, await keys(row.log), sealKeys, row.checked === 1);
  }

  async function takeNewDevice(record: LogRecord): Promise<void> {
    const unsent = await updateLog.pending(record.log);
    const device = await vault.makeDevice();
    const { places, envelopes } = await sealEach({ ...record, counter: 0, previous: ZERO_HASH }, device, unsent);
    if (places.length < unsent.length) throw new Error("an unsent row of this phone does not open");
    await reseals.replaceDevice(record.log, record.device ?? "", device.id, places, envelopes);
  }

  async function adoptOrphans(record: LogRecord): Promise<void> {
    const orphans = (await updateLog.rowsAfter(record.log, 0)).filter(isOrphan);
    const { places, envelopes } = await sealEach(record, await writingDevice(record), orphans);
    await reseals.adopt(record.log, places, envelopes);
  }

  return {
    openRow,
    async append(log, payload) {
      await updateLog.register(log);
      for (;;) {
        const record = await updateLog.record(log);
        if (!record) throw new Error("the log was not registered");
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
      if (record.cloned) await takeNewDevice(record);
      else if (record.orphans) await adoptOrphans(record);
    },
  };
}

function memo<T>(cache: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = cache.get(name) ?? make();
  cache.set(name, known);
  return known;
}
