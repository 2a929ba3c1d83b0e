// The two answers of the simulated server, as its callers get them.
import type { Answer, ErrorCode } from "../../src/protocol/api";

export function accept<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function refuse(
  code: ErrorCode,
  details: Record<string, unknown> = {},
  retryAfter: number | null = null,
): Answer<never> {
  return { ok: false, code, details, retryAfter };
}
