// The relay's slots, which recovery codes open: they answer as docs/protocol.md section 5 says. Whether the caller may
// write on the log is asked before.
import type { Answer, NewSlot, Slot } from "../../src/protocol/api";
import { accept, refuse } from "./relayAnswers";
import { hashOf } from "./relayLog";

export type KeptSlots = Map<string, Slot & { log: string; bearer: string }>;

const MAX_SLOTS = 8;

/** By compare-and-set: `replaces` is the version that the caller saw. A retry changes nothing. */
export function putSlot(
  slots: KeptSlots,
  slot: string,
  { log, bearer, sealed, version, replaces }: NewSlot,
): Answer<{ version: number }> {
  const known = slots.get(slot);
  if (known && known.bearer !== hashOf(bearer)) return refuse("not_found");
  const isRetry = known?.version === version && Buffer.compare(known.sealed, sealed) === 0;
  if (known && !isRetry && known.version !== replaces) return refuse("slot_changed", { version: known.version });
  const others = [...slots.values()].filter((one) => one.log === log).length;
  if (known?.log !== log && others >= MAX_SLOTS) return refuse("too_many", { most: MAX_SLOTS });
  slots.set(slot, { log, bearer: hashOf(bearer), sealed: new Uint8Array(sealed), version });
  return accept({ version });
}

export function getSlot(slots: KeptSlots, slot: string, bearer: string): Answer<Slot> {
  const known = slots.get(slot);
  if (known?.bearer !== hashOf(bearer)) return refuse("not_found");
  return accept({ version: known.version, sealed: new Uint8Array(known.sealed) });
}

export function deleteSlot(slots: KeptSlots, slot: string, bearer: string): Answer<null> {
  if (slots.get(slot)?.bearer !== hashOf(bearer)) return refuse("not_found");
  slots.delete(slot);
  return accept(null);
}
