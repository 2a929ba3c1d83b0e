// The shapes of what the server answers (docs/protocol.md section 5), by the phone's names. Extra fields are allowed.
import {
  array,
  check,
  fallback,
  literal,
  nullable,
  object,
  picklist,
  pipe,
  record,
  string,
  transform,
  unknown,
} from "valibot";
import { errorCodes, roles } from "../protocol/api";
import { base64, count, decoded, hex } from "../protocol/shapes";

const hash = hex(32);
const state = { incarnation: hex(16), head: object({ seq: count, hash }) };

export const logState = object(state);

/** The state of the log that was asked for. */
export function stateOf(log: string) {
  return pipe(
    object({ ...state, log: literal(log) }),
    transform(({ incarnation, head }) => ({ incarnation, head })),
  );
}

/** The answer must repeat what was asked. */
export function exactly(asked: Record<string, string>) {
  return object(Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, literal(value)])));
}

export const pushed = object({ ...state, seqs: array(count) });

// An invalid hash matches nothing: the phone then looks for where its past and the server's part.
export const pulled = pipe(
  object({
    ...state,
    after_hash: fallback(nullable(hash), null),
    entries: array(object({ seq: count, envelope: base64 })),
  }),
  transform(({ after_hash: afterHash, ...page }) => ({ ...page, afterHash })),
);

export const hashes = object({ ...state, hashes: array(hash) });

export const inviteStatus = pipe(
  object({
    status: picklist(["open", "claimed", "expired"]),
    expires_at: pipe(
      string(),
      check((instant) => !Number.isNaN(Date.parse(instant))),
    ),
    device: fallback(nullable(hash), null),
    reply: fallback(nullable(base64), null),
  }),
  transform(({ expires_at: expiresAt, ...status }) => ({ ...status, expiresAt })),
);

/** `handover` must be present: without it, the answer is not from this server. */
export const claimed = pipe(
  object({ sealed: base64, handover: unknown() }),
  check(({ handover }) => handover !== undefined),
  transform(({ sealed, handover }) => ({ sealed, handover: decoded(base64, handover) })),
);

export const grants = pipe(
  object({ grants: array(object({ device: hash, role: picklist(roles), token_hash: hash })) }),
  transform(({ grants: listed }) =>
    listed.map(({ device, role, token_hash: tokenHash }) => ({ device, role, tokenHash })),
  ),
);

export const slotVersion = object({ version: count });

export const slot = object({ version: count, sealed: base64 });

/** An error of the server's own: anything that answers in its place knows none of its codes. */
export const refusal = object({ code: picklist(errorCodes), details: fallback(record(string(), unknown()), {}) });
