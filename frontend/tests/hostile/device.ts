// An attacker with a code that the person gave away: they seal whatever they like, as an app never would, and the
// server accepts it. Of the app this device uses only bytes and cipher, so that none of the app's checks stops it.
import * as Y from "yjs";
import { inviteKeys, openInvite, pairingOf, sealInvite } from "../../src/crypto/invite";
import { aesKey, encrypt, hkdf, randomBytes, sha256 } from "../../src/crypto/primitives";
import { type CaseKey, caseKey, open, sealInfo } from "../../src/crypto/seal";
import { type Signer, signerOf } from "../../src/crypto/signing";
import type { Answer, Entrant, InviteApi, LogApi } from "../../src/protocol/api";
import { concat, fromHex, toHex } from "../../src/protocol/bytes";
import { encodeHeader, type Header, signedBytes, ZERO_HASH, ZERO_INCARNATION } from "../../src/protocol/envelope";
import { pad } from "../../src/protocol/padding";
import { readCode } from "../../src/protocol/pairingCode";

export type Server = LogApi & InviteApi;
/** What the envelope claims to be; its content may be anything. */
export type Claim = { kind?: Header["kind"]; format?: "raw" | "deflate" };
type Fields = Record<string, unknown>;

const AT_ONCE = 400;
const MS_BETWEEN_LOOKS = 200;
const BYTES_AT_ONCE = 900_000;

export class HostileDevice {
  /** What the log holds, as far as it has been pulled. */
  readonly doc = new Y.Doc();
  private counter = 0;
  private previous = ZERO_HASH;

  private constructor(
    private readonly server: Server,
    readonly log: string,
    private readonly key: CaseKey,
    private readonly signer: Signer,
    private readonly token: Uint8Array<ArrayBuffer>,
  ) {}

  private static async on(server: Server, log: string, epoch: number, key: string): Promise<HostileDevice> {
    const [signer, known] = await Promise.all([signerOf(randomBytes(32)), caseKey(epoch, fromHex(key, 32))]);
    return new HostileDevice(server, log, known, signer, randomBytes(32));
  }

  /** Joins the keyring behind a code for another phone, after the person there has been talked into giving it. */
  static async inKeyring(server: Server, code: string, talk = async () => {}): Promise<HostileDevice> {
    const { keys, claimant, reply, sealed } = await claimed(server, code);
    await talk();
    const { handover } = await pairingOf(keys, sealed, reply);
    for (;;) {
      const handed = granted(await server.claimInvite(keys.id, toHex(keys.claimToken), claimant)).handover;
      if (handed) return HostileDevice.behind(server, fieldsOf(await openInvite(handover, handed)).keyring);
      await new Promise((resolve) => setTimeout(resolve, MS_BETWEEN_LOOKS));
    }
  }

  private static behind(server: Server, keyring: unknown): Promise<HostileDevice> {
    const { log, key, ownerToken } = fieldsOf(keyring);
    return HostileDevice.asOwner(server, String(log), String(ownerToken), 1, String(key));
  }

  /** Joins as the companion whom a code invites. */
  static async inCase(server: Server, code: string): Promise<HostileDevice> {
    const { content, keys, claimant } = await claimed(server, code);
    const given = fieldsOf(content.case);
    const [first] = Array.isArray(given.keys) ? given.keys : [];
    const { epoch, key } = fieldsOf(first);
    const made = await HostileDevice.on(server, String(given.log), Number(epoch), String(key));
    granted(await server.claimInvite(keys.id, toHex(keys.claimToken), claimant, { entrant: await made.entrant() }));
    return made.pulled();
  }

  /** A device of the person's own, on any log of theirs. */
  static async asOwner(server: Server, log: string, ownerToken: string, epoch: number, key: string) {
    const made = await HostileDevice.on(server, log, epoch, key);
    granted(await server.grant(log, ownerToken, { ...(await made.entrant()), role: "owner" }));
    return made.pulled();
  }

  get bearer(): string {
    return toHex(this.token);
  }

  /** Changes the document and sends the change. */
  async change(work: (doc: Y.Doc) => void): Promise<void> {
    await this.send(this.recorded((doc) => doc.transact(() => work(doc))));
  }

  /** Changes the document and returns the changes, unsent. */
  recorded(work: (doc: Y.Doc) => void): Uint8Array[] {
    const updates: Uint8Array[] = [];
    const note = (update: Uint8Array) => void updates.push(update);
    this.doc.on("update", note);
    work(this.doc);
    this.doc.off("update", note);
    return updates;
  }

  /** Sends each as its own envelope, whatever it contains. */
  async send(payloads: Uint8Array[], claim: Claim = {}): Promise<void> {
    const sealed: Uint8Array[] = [];
    for (const payload of payloads) sealed.push(await this.sealed(payload, claim));
    const { incarnation } = granted(await this.server.pull(this.log, toHex(this.token), 0, 1));
    for (const batch of batches(sealed))
      granted(await this.server.push(this.log, toHex(this.token), incarnation, batch));
  }

  /** Pulls what is in the log by now. */
  catchUp(): Promise<this> {
    return this.pulled();
  }

  private async entrant(): Promise<Entrant> {
    return { device: toHex(this.signer.publicKey), tokenHash: toHex(await sha256(this.token)) };
  }

  private async pulled(): Promise<this> {
    for (let after = 0; ; ) {
      const { entries, head } = granted(await this.server.pull(this.log, toHex(this.token), after, 500));
      for (const { envelope } of entries) {
        const opened = await open(envelope, this.log, [this.key], new Map());
        if (opened.ok) Y.applyUpdate(this.doc, opened.payload);
      }
      after = entries.at(-1)?.seq ?? head.seq;
      if (after >= head.seq) return this;
    }
  }

  private async sealed(payload: Uint8Array, { kind = "update", format = "raw" }: Claim): Promise<Uint8Array> {
    this.counter += 1;
    const device = toHex(this.signer.publicKey);
    const nowhere = { incarnation: ZERO_INCARNATION, seq: 0, hash: ZERO_HASH };
    const through = kind === "snapshot" ? { seq: 0, hash: ZERO_HASH } : null;
    const { log, counter, previous } = this;
    const { epoch, id: keyId, key } = this.key;
    const headerBytes = encodeHeader({ kind, log, epoch, keyId, device, counter, previous, head: nowhere, through });
    const nonce = randomBytes(12);
    const sealing = await aesKey(await hkdf(key, sealInfo(log, epoch, device), 32));
    const ciphertext = await encrypt(sealing, nonce, pad(payload, format), headerBytes);
    const signature = await this.signer.sign(signedBytes(headerBytes, nonce, ciphertext));
    const envelope = concat(headerBytes, nonce, ciphertext, signature);
    this.previous = toHex(await sha256(envelope));
    return envelope;
  }
}

async function claimed(server: Server, code: string) {
  const read = await readCode(sha256, code);
  if (read.state !== "complete") throw new Error(`the code is ${read.state}`);
  const keys = await inviteKeys(read.secret);
  const claimant = toHex(randomBytes(16));
  const reply = await sealInvite(keys.reply, { v: 1, phone: "Ana's other phone" });
  const { sealed } = granted(await server.claimInvite(keys.id, toHex(keys.claimToken), claimant, { reply }));
  return { keys, claimant, reply, sealed, content: fieldsOf(await openInvite(keys, sealed)) };
}

function batches(envelopes: Uint8Array[]): Uint8Array[][] {
  const all: Uint8Array[][] = [[]];
  let bytes = 0;
  for (const envelope of envelopes) {
    bytes += envelope.length;
    if (bytes > BYTES_AT_ONCE || (all.at(-1)?.length ?? 0) >= AT_ONCE) {
      all.push([]);
      bytes = envelope.length;
    }
    all.at(-1)?.push(envelope);
  }
  return all.filter(({ length }) => length > 0);
}

function granted<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`the server says ${answer.code}`);
  return answer.value;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
