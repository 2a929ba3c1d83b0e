// The door to the server: one function a call of docs/protocol.md section 5. Answers are decoded here and trusted after;
// expected failures are values with a stable code. Never logs a token.
import {
  type Answer,
  type ErrorCode,
  errorCodes,
  type Failure,
  type InviteApi,
  type InviteStatus,
  type LogApi,
} from "../protocol/api";
import { toBase64 } from "../protocol/bytes";
import { bytesIn, grantsIn, hashesIn, inviteStatusIn, logStateIn, pulledIn, pushedIn } from "./decode";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const TIMEOUT_MS = 20_000;

type Call = { method: "GET" | "PUT" | "POST" | "DELETE"; path: string; token: string; body?: unknown };

export function createClient(fetch: Fetch, origin: string, timeoutMs = TIMEOUT_MS): LogApi & InviteApi {
  const call = <T>(request: Call, decode: (body: unknown, status: number) => T | null): Promise<Answer<T>> =>
    exchange(fetch, `${origin}/api/v1${request.path}`, request, decode, timeoutMs);

  return {
    createLog: (log, token) =>
      call({ method: "PUT", path: `/logs/${log}`, token }, (body, status) => {
        const state = logStateIn(body);
        return state && { ...state, created: status === 201 };
      }),
    grant: async (log, token, { device, role, tokenHash }) => {
      const body = { role, token_hash: tokenHash };
      return done(await call({ method: "PUT", path: `/logs/${log}/grants/${device}`, token, body }, acknowledged));
    },
    grants: (log, token) => call({ method: "GET", path: `/logs/${log}/grants`, token }, grantsIn),
    revoke: async (log, token, device) =>
      done(await call({ method: "DELETE", path: `/logs/${log}/grants/${device}`, token }, acknowledged)),
    push: (log, token, incarnation, envelopes) => {
      const body = { incarnation, envelopes: envelopes.map(toBase64) };
      return call({ method: "POST", path: `/logs/${log}/entries`, token, body }, pushedIn);
    },
    pull: (log, token, after, limit) =>
      call({ method: "GET", path: `/logs/${log}/entries?after=${after}&limit=${limit}`, token }, pulledIn),
    hashes: (log, token, after) => call({ method: "GET", path: `/logs/${log}/hashes?after=${after}`, token }, hashesIn),
    newIncarnation: (log, token, incarnation, headSeq) => {
      const body = { incarnation, head_seq: headSeq };
      return call({ method: "POST", path: `/logs/${log}/incarnations`, token, body }, logStateIn);
    },
    putInvite: (invite, token, { log, claimHash, sealed, expiresIn, role }) => {
      const letIn = role === undefined ? {} : { role };
      const body = { log, claim_hash: claimHash, sealed: toBase64(sealed), expires_in: expiresIn, ...letIn };
      return call<InviteStatus>({ method: "PUT", path: `/invites/${invite}`, token, body }, inviteStatusIn);
    },
    inviteStatus: (invite, token) => call({ method: "GET", path: `/invites/${invite}`, token }, inviteStatusIn),
    deleteInvite: async (invite, token) =>
      done(await call({ method: "DELETE", path: `/invites/${invite}`, token }, acknowledged)),
    claimInvite: (invite, token, claimant, entrant) => {
      const letIn = entrant ? { device: entrant.device, token_hash: entrant.tokenHash } : {};
      const body = { claimant, ...letIn };
      return call({ method: "POST", path: `/invites/${invite}/claim`, token, body }, (answer) =>
        bytesIn(answer, "sealed"),
      );
    },
  };
}

function acknowledged(): true {
  return true;
}

function done(answer: Answer<true>): Answer<null> {
  return answer.ok ? { ok: true, value: null } : answer;
}

async function exchange<T>(
  fetch: Fetch,
  url: string,
  { method, token, body }: Call,
  decode: (body: unknown, status: number) => T | null,
  timeoutMs: number,
): Promise<Answer<T>> {
  const headers: Record<string, string> = { Authorization: `Bearer ${token}`, Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const init: RequestInit = { method, headers, cache: "no-store" };
  if (body !== undefined) init.body = JSON.stringify(body);
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    const text = await response.text();
    const answer = parsed(text);
    if (!response.ok) return failureIn(answer, response);
    const value = decode(answer, response.status);
    return value === null ? failed("unreadable_answer") : { ok: true, value };
  } catch (error) {
    return failed(error instanceof DOMException && error.name === "TimeoutError" ? "timed_out" : "no_network");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failureIn(answer: unknown, response: Response): Failure {
  const body = typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>) : {};
  const code =
    errorCodes.find((known) => known === body.code) ?? (response.status >= 500 ? "server_error" : "unreadable_answer");
  const details =
    typeof body.details === "object" && body.details !== null ? (body.details as Record<string, unknown>) : {};
  const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  return { ok: false, code, details, retryAfter: Number.isNaN(seconds) ? null : seconds };
}

function failed(code: ErrorCode): Failure {
  return { ok: false, code, retryAfter: null, details: {} };
}
