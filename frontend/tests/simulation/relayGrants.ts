// Which devices may use a log on the relay, as docs/protocol.md section 5 says.
import type { ErrorCode, Grant } from "../../src/protocol/api";

const MAX_GRANTS = 64;

/** Gives a device its grant, new or changed; returns the error code when it may not have one. */
export function given(grants: Map<string, Grant>, grant: Grant): ErrorCode | null {
  const others = [...grants.values()].filter(({ device }) => device !== grant.device);
  if (others.some(({ tokenHash }) => tokenHash === grant.tokenHash)) return "invalid_request";
  if (others.length >= MAX_GRANTS) return "too_many";
  grants.set(grant.device, grant);
  return null;
}
