// What an invitation to a case holds (docs/protocol.md section 4): the case's log and keys, what the companion may do,
// and the owner's name. Never an owner token. Names are cut where the invitation would grow too large for the server.
import { array, minLength, minValue, object, picklist, pipe, string, transform } from "valibot";
import type { CaseKeys, Companionship, KeyringCase } from "../../domain/keyring/keyring";
import { count, decoded, hex } from "../../protocol/shapes";

export type InvitedCase = CaseKeys & { companion: Companionship; title: string };

const MOST_CHARACTERS = 200;

export function invitationTo({ id, keys, title }: KeyringCase, owner: string, role: Companionship["role"]) {
  return { v: 1, case: { log: id, keys, role, title: short(title.value), owner: short(owner) } };
}

const invitedCase = pipe(
  object({
    case: object({
      log: hex(16),
      keys: pipe(array(object({ epoch: pipe(count, minValue(1)), key: hex(32) })), minLength(1)),
      role: picklist(["editor", "reader"]),
      title: string(),
      owner: string(),
    }),
  }),
  transform(({ case: { log: id, keys, role, title, owner } }): InvitedCase => {
    return { id, ownerToken: null, keys, companion: { owner, role }, title };
  }),
);

/** The case of an invitation, or null when it holds none. */
export function invitedCaseIn(content: Record<string, unknown>): InvitedCase | null {
  return decoded(invitedCase, content);
}

// Cuts between whole characters, so that no emoji is split.
function short(text: string): string {
  const characters = [...text.trim()];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS - 1).join("")}…` : text.trim();
}
