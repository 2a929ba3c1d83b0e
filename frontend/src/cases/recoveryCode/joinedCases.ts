// Cases of other persons, which no owner token opens: while there is a recovery code, the keyring gets the device with
// which this phone is in each; a recovered phone goes on as that device, once. Must not do so on a phone that was paired:
// a device is in one place at a time.

import { sha256 } from "../../crypto/primitives";
import { isOwnCase, keyringCases } from "../../domain/keyring/keyring";
import { type JoinedDevice, joinedDevices, keepJoinedDevice, liveCodes } from "../../domain/recoveryCode/recoveryCodes";
import type { LogApi } from "../../protocol/api";
import { toHex } from "../../protocol/bytes";
import { parseEnvelope, ZERO_HASH } from "../../protocol/envelope";
import type { LocalLog } from "../../storage/localLog";
import type { LogRecord } from "../../storage/schema";
import type { KeyringHolder } from "../keys/keyring";
import type { Sealer } from "../keys/sealer";
import { RECOVERED, type Vault } from "../keys/vault";

export type JoinedCasesParts = {
  keyring: KeyringHolder;
  sealer: Sealer;
  vault: Vault;
  log: LocalLog;
  api: Pick<LogApi, "pull">;
  exchangeNow: () => Promise<void>;
};
type DevicePosition = { counter: number; previous: string };

const PAGE = 500;
const MOST_ENTRIES = 400_000;

export class JoinedCases {
  readonly #parts: JoinedCasesParts;

  constructor(parts: JoinedCasesParts) {
    this.#parts = parts;
  }

  async afterRound(): Promise<void> {
    const { keyring, log, vault } = this.#parts;
    const held = keyring.current();
    if (!held || keyring.isOut()) return;
    const { doc } = held.provider;
    const isRecovered = await vault.holds(RECOVERED + held.secret.log);
    const isKept = liveCodes(doc).length > 0;
    if (!isRecovered && !isKept) return;
    for (const { id } of keyringCases(doc).filter((entry) => !isOwnCase(entry))) {
      const record = await log.record(id);
      if (!record) continue;
      if (isIn(record) && isKept) await this.#keep(record);
      if (!isIn(record) && isRecovered) await this.#goOn(record, joinedDevices(doc, id));
    }
  }

  async #keep({ log, device }: LogRecord): Promise<void> {
    const held = this.#parts.keyring.current();
    const secret = device !== null && (await this.#parts.vault.deviceSecret(device));
    if (held && secret) keepJoinedDevice(held.provider.doc, log, { device, ...secret });
  }

  async #goOn({ log }: LogRecord, kept: JoinedDevice[]): Promise<void> {
    const { vault, sealer, exchangeNow } = this.#parts;
    for (const { device: id, ...secret } of kept) {
      const done = `${RECOVERED}case/${log}/${id}`;
      if (await vault.holds(done)) continue;
      const position = await this.#positionOf(log, id, secret.token);
      if (!position) continue;
      const device = await vault.keepDevice(id, secret);
      if (!device) continue;
      await sealer.enrol(log, device, position);
      await vault.keepText(done, "");
      void exchangeNow();
      return;
    }
  }

  /** After which of its envelopes the device goes on; null when the server does not let it in. */
  async #positionOf(log: string, device: string, token: string): Promise<DevicePosition | null> {
    let last: DevicePosition = { counter: 0, previous: ZERO_HASH };
    for (let after = 0; after < MOST_ENTRIES; ) {
      const pulled = await this.#parts.api.pull(log, token, after, PAGE);
      if (!pulled.ok) return null;
      for (const { envelope } of pulled.value.entries) last = await laterOf(last, device, envelope);
      after += pulled.value.entries.length;
      if (after >= pulled.value.head.seq) return last;
      if (pulled.value.entries.length === 0) return null;
    }
    return null;
  }
}

function isIn({ incarnation, shutOut }: LogRecord): boolean {
  return incarnation !== null && !shutOut;
}

async function laterOf(last: DevicePosition, device: string, envelope: Uint8Array): Promise<DevicePosition> {
  const header = parseEnvelope(envelope)?.header;
  if (header?.device !== device || header.counter <= last.counter) return last;
  return { counter: header.counter, previous: toHex(await sha256(new Uint8Array(envelope))) };
}
