// Seals what this phone writes on a log and opens what anyone wrote: the only place where keys, device and log meet.
// Sealing again is the work of the resealer, which is loaded when needed.
import { mayOwn } from "../../crypto/logId";
import { sha256 } from "../../crypto/primitives";
import { type CaseKey, caseKey, type Opened, open, type SealKeys, seal } from "../../crypto/seal";
import type { Change } from "../../domain/changes/updates";
import { madeOnce } from "../../promises";
import type { Credentials } from "../../protocol/api";
import { fromHex, toHex } from "../../protocol/bytes";
import { type Header, MAX_ENVELOPE_BYTES, ZERO_HASH, ZERO_INCARNATION } from "../../protocol/envelope";
import type { LocalLog, OwnEnvelope } from "../../storage/localLog";
import type { LogRecord, Row, TouchedEntry } from "../../storage/schema";
import type { DevicePosition, LogPosition, Resealer, Seals } from "./resealer";
import type { Device, Vault } from "./vault";

/** A log's owner token (null for somebody else's log) and its keys by epoch, in hex, as the keyring holds them. */
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

export class Sealer {
  readonly #parts: SealerParts;
  readonly #sealKeys: SealKeys = new Map();
  readonly #caseKeys = new Map<string, Promise<CaseKey>>();

  constructor(parts: SealerParts) {
    this.#parts = parts;
  }

  /** Seals the change and stores it. Resolves when it is on disk; returns the entry hash. */
  async append(log: string, { update, touched }: Change): Promise<string> {
    const localLog = this.#parts.log;
    for (;;) {
      const record = await localLog.record(log);
      // A writer has the document, so a storage that lost the log must hold it again.
      if (!record) await localLog.register(log);
      const device = record && (await this.#writingDevice(record));
      if (!device) continue;
      const own = await this.#sealOn(record, device, update);
      const entries = touched.map((id): TouchedEntry => [log, id]);
      if ((await localLog.append(log, { ...own, touched: entries })) === "stored") return own.hash;
    }
  }

  async openRow(row: SealedRow): Promise<Opened> {
    return open(row.envelope, row.log, await this.#keys(row.log), this.#sealKeys, true);
  }

  /** The keys are looked up once, however many rows there are. */
  async openRows(log: string, rows: Row[]): Promise<{ row: Row; result: Opened }[]> {
    const known = await this.#keys(log);
    return Promise.all(
      rows.map(async (row) => ({ row, result: await open(row.envelope, log, known, this.#sealKeys, true) })),
    );
  }

  async credentials(log: string): Promise<Credentials | null> {
    const known = this.#parts.keysOf(log);
    const record = await this.#parts.log.record(log);
    if (!known || !record || known.isLeft) return null;
    const device = await this.#writingDevice(record);
    // A token that cannot be this log's was put there by somebody else: the log is treated as not the person's own.
    const isOwner = known.ownerToken !== null && (await mayOwn(log, known.ownerToken));
    const ownerToken = isOwner ? known.ownerToken : null;
    return device && { ownerToken, device: device.id, deviceToken: device.token, isSecond: known.isSecond === true };
  }

  /**
   * Makes `device` the log's writing device and seals again under it what was not sent yet. If the person types
   * meanwhile, or another tab comes first, the device is not the log's yet. `at`: where it goes on, when another phone
   * has written with it.
   */
  async enrol(log: string, device: Device, at?: DevicePosition): Promise<void> {
    for (;;) {
      const record = await this.#parts.log.record(log);
      if (!record) throw new Error("this phone does not keep that log");
      if (record.device === device.id) return;
      if (record.device === null && !at) await this.#parts.log.setDevice(log, device.id);
      else await this.#takeDevice(record, device, at);
    }
  }

  /** Does what the log's record requests: a new device id, or sealing orphans again. */
  async repair(record: LogRecord): Promise<void> {
    if (this.#parts.keysOf(record.log) === null) return;
    if (record.cloned) return this.#takeDevice(record, await this.#parts.vault.makeDevice());
    const device = record.orphans && (await this.#writingDevice(record));
    if (device) await (await this.#resealer()).adoptOrphans(record, device);
  }

  async #keys(log: string): Promise<CaseKey[]> {
    const known = this.#parts.keysOf(log)?.keys ?? [];
    return Promise.all(
      known.map(({ epoch, key }) =>
        madeOnce(this.#caseKeys, `${epoch}/${key}`, () => caseKey(epoch, fromHex(key, 32))),
      ),
    );
  }

  // A lost device key is replaced. The log then has another device, and the record has to be read again: null.
  async #writingDevice(record: LogRecord): Promise<Device | null> {
    const { log: localLog, vault } = this.#parts;
    const id = record.device ?? (await localLog.setDevice(record.log, (await vault.makeDevice()).id));
    const device = await vault.device(id);
    if (!device) await this.#takeDevice({ ...record, device: id }, await vault.makeDevice());
    return device;
  }

  async #takeDevice(record: LogRecord, device: Device, at?: DevicePosition): Promise<void> {
    await (await this.#resealer()).takeDevice(record, device, at);
  }

  #resealer(): Promise<Resealer> {
    return this.#parts.resealer({
      sealOn: (...what) => this.#sealOn(...what),
      openRow: (row) => this.openRow(row),
    });
  }

  async #sealOn(position: LogPosition, device: Device, payload: Uint8Array): Promise<OwnEnvelope> {
    const key = (await this.#keys(position.log)).sort((a, b) => b.epoch - a.epoch)[0];
    if (!key) throw new Error("no key for this log");
    const counter = position.counter + 1;
    const header = {
      kind: "update" as const,
      log: position.log,
      epoch: key.epoch,
      keyId: key.id,
      device: device.id,
      counter,
      previous: position.previous,
      head: headOf(position),
      through: null,
    };
    const envelope = await seal(payload, header, key, device.signer, this.#sealKeys);
    if (envelope.length > MAX_ENVELOPE_BYTES) throw new RangeError("one change is larger than an envelope may be");
    return { device: device.id, counter, previous: position.previous, envelope, hash: toHex(await sha256(envelope)) };
  }
}

/** The part of the server's chain that this phone has verified. */
function headOf({ incarnation, cursor, cursorHash }: LogPosition): Header["head"] {
  if (incarnation === null || cursor === 0) return { incarnation: ZERO_INCARNATION, seq: 0, hash: ZERO_HASH };
  return { incarnation, seq: cursor, hash: cursorHash };
}
