// Decoding what the server answers. Each function returns null for a body that is not of the documented shape.
import {
  type ClaimedInvite,
  type Grant,
  type Hashes,
  type Head,
  type InviteStatus,
  type LogState,
  type Pulled,
  type Pushed,
  roles,
} from "../protocol/api";
import { fromBase64 } from "../protocol/bytes";

type Fields = Record<string, unknown>;
const statuses = ["open", "claimed", "expired"] as const;

/** Whether the body says of itself what was asked for. */
export function isOf(body: unknown, asked: Record<string, string>): boolean {
  const fields = fieldsOf(body);
  return Object.entries(asked).every(([name, value]) => fields[name] === value);
}

export function logStateIn(body: unknown): LogState | null {
  const fields = fieldsOf(body);
  const head = headIn(fields.head);
  const incarnation = hexIn(fields.incarnation, 32);
  return head && incarnation !== null ? { incarnation, head } : null;
}

export function pushedIn(body: unknown): Pushed | null {
  const state = logStateIn(body);
  const seqs = fieldsOf(body).seqs;
  return state && isListOf(seqs, isSeq) ? { ...state, seqs } : null;
}

export function pulledIn(body: unknown): Pulled | null {
  const state = logStateIn(body);
  const fields = fieldsOf(body);
  if (!state || !Array.isArray(fields.entries)) return null;
  const entries = fields.entries.map(entryIn);
  const afterHash = fields.after_hash === null ? null : hexIn(fields.after_hash, 64);
  return entries.every((entry) => entry !== null) ? { ...state, afterHash, entries } : null;
}

export function hashesIn(body: unknown): Hashes | null {
  const state = logStateIn(body);
  const hashes = fieldsOf(body).hashes;
  const isHash = (value: unknown): value is string => hexIn(value, 64) !== null;
  return state && isListOf(hashes, isHash) ? { ...state, hashes } : null;
}

export function inviteStatusIn(body: unknown): InviteStatus | null {
  const fields = fieldsOf(body);
  const status = statuses.find((known) => known === fields.status);
  if (!status || typeof fields.expires_at !== "string" || Number.isNaN(Date.parse(fields.expires_at))) return null;
  const reply = bytesIn(body, "reply");
  return { status, expiresAt: fields.expires_at, device: hexIn(fields.device, 64), reply };
}

export function claimedIn(body: unknown): ClaimedInvite | null {
  const sealed = bytesIn(body, "sealed");
  const isWhole = fieldsOf(body).handover !== undefined;
  return sealed && isWhole ? { sealed, handover: bytesIn(body, "handover") } : null;
}

export function grantsIn(body: unknown): Grant[] | null {
  const { grants } = fieldsOf(body);
  if (!Array.isArray(grants)) return null;
  const read = grants.map(grantIn);
  return read.every((grant) => grant !== null) ? read : null;
}

export function bytesIn(body: unknown, name: string): Uint8Array<ArrayBuffer> | null {
  const text = fieldsOf(body)[name];
  if (typeof text !== "string") return null;
  try {
    return fromBase64(text);
  } catch {
    return null;
  }
}

function grantIn(value: unknown): Grant | null {
  const fields = fieldsOf(value);
  const role = roles.find((known) => known === fields.role);
  const [device, tokenHash] = [hexIn(fields.device, 64), hexIn(fields.token_hash, 64)];
  return role && device !== null && tokenHash !== null ? { device, role, tokenHash } : null;
}

function entryIn(value: unknown): { seq: number; envelope: Uint8Array } | null {
  const { seq } = fieldsOf(value);
  const envelope = bytesIn(value, "envelope");
  return isSeq(seq) && envelope ? { seq, envelope } : null;
}

function headIn(value: unknown): Head | null {
  const { seq, hash } = fieldsOf(value);
  const hex = hexIn(hash, 64);
  return isSeq(seq) && hex !== null ? { seq, hash: hex } : null;
}

function hexIn(value: unknown, characters: number): string | null {
  return typeof value === "string" && value.length === characters && /^[0-9a-f]*$/.test(value) ? value : null;
}

function isSeq(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isListOf<T>(value: unknown, holds: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(holds);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
