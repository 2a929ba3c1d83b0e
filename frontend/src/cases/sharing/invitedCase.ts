// What an invitation to a case holds (docs/protocol.md section 4): the case's log and keys, what the companion may do, and in
// whose name. Never an owner token. Names are cut where the invitation would grow too large for the server.
import type { CaseKeys, Companionship, KeyringCase } from "../../domain/keyring/keyring";

export type InvitedCase = CaseKeys & { companion: Companionship; title: string };

const MOST_CHARACTERS = 200;

export function invitationTo({ id, keys, title }: KeyringCase, owner: string, role: Companionship["role"]) {
  return { v: 1, case: { log: id, keys, role, title: short(title.value), owner: short(owner) } };
}

/** The case of an invitation, or null when it is none. */
export function invitedCaseIn(content: Record<string, unknown>): InvitedCase | null {
  const given = fieldsOf(content.case);
  const { log, role, title, owner } = given;
  const keys = keysIn(given.keys);
  if (!isHex(log, 16) || typeof title !== "string" || typeof owner !== "string" || !keys) return null;
  if (role !== "editor" && role !== "reader") return null;
  return { id: log, ownerToken: null, keys, companion: { owner, role }, title };
}

function keysIn(value: unknown): CaseKeys["keys"] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const keys = value.flatMap((one) => {
    const { epoch, key } = fieldsOf(one);
    return typeof epoch === "number" && Number.isSafeInteger(epoch) && epoch > 0 && isHex(key, 32)
      ? [{ epoch, key }]
      : [];
  });
  return keys.length === value.length ? keys : null;
}

// By whole characters: half an emoji is none.
function short(text: string): string {
  const characters = [...text.trim()];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS - 1).join("")}…` : text.trim();
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function isHex(value: unknown, bytes: number): value is string {
  return typeof value === "string" && value.length === bytes * 2 && /^[0-9a-f]*$/.test(value);
}
