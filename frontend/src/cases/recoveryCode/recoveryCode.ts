// The person's recovery code: making it, showing it again, verifying that it is on paper, replacing it, and bringing the
// cases to a phone with it alone. Loaded when there is a code or somebody asks for one. Making one needs no network; it
// is ready once the server was seen to hold its slot.
import { randomBytes, sha256 } from "../../crypto/primitives";
import { openSlot, slotKeys } from "../../crypto/slot";
import { saySeen } from "../../domain/keyring/ownPhones";
import { enterCode, liveCodes, noteOfCode, recoveryCodes } from "../../domain/recoveryCode/recoveryCodes";
import { fromHex, toHex } from "../../protocol/bytes";
import { type ReadRecoveryCode, readRecoveryCode, writeRecoveryCode } from "../../protocol/recoveryCode";
import { isStorageFailure } from "../documents/saving";
import { type KeyringKeys, RECOVERED } from "../keys/vault";
import { refused } from "../sharing/invitations";
import type { BringResult, Pairing } from "../sharing/pairing";
import { JoinedCases, type JoinedCasesParts } from "./joinedCases";
import { keyringOf, SlotKeeper, type SlotKeeperParts } from "./slotKeeper";

export type { ReadRecoveryCode };

/** `link`: what the square code holds. `isReady`: the server has been seen to hold what it opens. */
export type ShownCode = {
  text: string;
  link: string;
  madeAt: string;
  isReady: boolean;
  isVerified: boolean;
  /** Whether a code that was replaced may still open something. */
  isOldOneOpen: boolean;
};

export type RecoveryCodePart = JoinedCasesParts &
  SlotKeeperParts & {
    /** Takes in the keyring that a code leads to; see Pairing. */
    bringIn: Pairing["bringIn"];
    origin: string;
  };

export class RecoveryCodes {
  readonly #parts: RecoveryCodePart;
  readonly #slots: SlotKeeper;
  readonly #joined: JoinedCases;

  constructor(parts: RecoveryCodePart) {
    this.#parts = parts;
    this.#slots = new SlotKeeper(parts);
    this.#joined = new JoinedCases(parts);
  }

  /** The code that works; null when there is none. */
  async shown(): Promise<ShownCode | null> {
    const doc = this.#parts.keyring.current()?.provider.doc;
    const code = doc && liveCodes(doc).at(-1);
    if (!code) return null;
    const text = await writeRecoveryCode(sha256, fromHex(code.secret, 16));
    return {
      text,
      link: `${this.#parts.origin}/recover#${text}`,
      madeAt: code.madeAt,
      isReady: code.heldAt !== "",
      isVerified: code.verifiedAt !== "",
      isOldOneOpen: recoveryCodes(doc).some(({ replacedAt, goneAt }) => replacedAt !== "" && goneAt === ""),
    };
  }

  /** The secrets of all codes that work (hex). */
  live(): string[] {
    const doc = this.#parts.keyring.current()?.provider.doc;
    return doc ? liveCodes(doc).map(({ secret }) => secret) : [];
  }

  /** Makes a code in place of any other. Rejects when this phone could not store it: then nothing has changed. */
  async make(): Promise<void> {
    const { keyring, exchangeNow } = this.#parts;
    const { provider, writer } = await keyring.ensure();
    const secret = toHex(randomBytes(16));
    this.#slots.expectNew(secret);
    enterCode(provider.doc, writer, secret);
    await provider.flush().finally(() => void exchangeNow());
  }

  /** Whether these are the groups with those numbers, from 1. Remembers that the code is on paper. */
  async verify(typed: readonly { group: number; text: string }[]): Promise<boolean[]> {
    const { keyring, exchangeNow } = this.#parts;
    const held = keyring.current();
    const code = held && liveCodes(held.provider.doc).at(-1);
    const groups = (await this.shown())?.text.split("-") ?? [];
    const right = typed.map(({ group, text }) => isSameGroup(text, groups[group - 1] ?? ""));
    if (!held || !code || right.includes(false)) return right;
    noteOfCode(held.provider.doc, held.writer, code.id, "verifiedAt");
    await held.provider.flush().finally(() => void exchangeNow());
    return right;
  }

  /** How far a code is typed, and which group of it is wrong. */
  read(codeOrLink: string): Promise<ReadRecoveryCode> {
    return readRecoveryCode(sha256, codeOrLink);
  }

  /** Brings the cases here. May be repeated. */
  async recover(codeOrLink: string): Promise<BringResult> {
    const read = await this.read(codeOrLink);
    if (read.state !== "complete") return refused("bad_code");
    const keys = await slotKeys(read.secret);
    const got = await this.#parts.api.getSlot(keys.slot, keys.bearer);
    if (!got.ok) return refused(got.code === "not_found" ? "code_unknown" : got.code);
    const given = keyringOf(await openSlot(keys, got.value.version, got.value.sealed));
    if (!given) return refused("damaged_slot");
    return this.#bringIn(given, keys.slot, toHex(read.secret)).catch((error) =>
      refused(isStorageFailure(error) ? "not_stored" : "failed"),
    );
  }

  async #bringIn(given: KeyringKeys, slot: string, secret: string): Promise<BringResult> {
    const { keyring, vault, bringIn } = this.#parts;
    // Kept before anything is taken in: a phone that dies in between is still one that was recovered.
    if (keyring.current()?.secret.log !== given.log) await vault.keepText(RECOVERED + given.log, "");
    return bringIn(given, "", slot, (doc) => {
      const isReplaced = recoveryCodes(doc).some((code) => code.secret === secret && code.replacedAt !== "");
      return isReplaced ? "code_replaced" : null;
    });
  }

  async afterRound(): Promise<void> {
    const { keyring, now } = this.#parts;
    const held = keyring.current();
    if (held && liveCodes(held.provider.doc).length > 0)
      saySeen(held.provider.doc, held.secret.phone, now().slice(0, 10));
    await this.#joined.afterRound();
    await this.#slots.afterRound();
  }
}

function isSameGroup(typed: string, group: string): boolean {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return plain === group;
}
