// The door to the server: one function for each call of docs/protocol.md section 5. Answers are decoded here and
// trusted from then on. Expected failures are values with a stable code. Never logs a token.
import type { Answer, ErrorCode, Failure, InviteApi, LogApi, ServerApi, SlotApi } from "../protocol/api";
import { toBase64 } from "../protocol/bytes";
import { decoded, type Shape } from "../protocol/shapes";
import { timeLimit } from "../protocol/timeLimit";
import {
  claimed,
  exactly,
  grants,
  hashes,
  inviteStatus,
  logState,
  pulled,
  pushed,
  refusal,
  slot,
  slotVersion,
  stateOf,
} from "./decode";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const TIMEOUT_MS = 20_000;

/** `statuses`: the statuses by which docs/protocol.md says that the call succeeded. */
type Call = {
  method: "GET" | "PUT" | "POST" | "DELETE";
  path: string;
  token: string;
  body?: unknown;
  statuses?: readonly number[];
};

// A page of entries is the largest answer: 1 MiB of envelopes in base64, and its JSON.
const MOST_BYTES = 4_000_000;
const MOST_GRANTS = 64;
const NEW_OR_KNOWN = [201, 200];
const DONE = 204;

export function createClient(fetch: Fetch, origin: string, timeoutMs = TIMEOUT_MS): ServerApi {
  const call: CallServer = (request, decode) =>
    ask(fetch, `${origin}/api/v1${request.path}`, request, decode, timeoutMs);
  return { ...logCalls(call), ...inviteCalls(call), ...slotCalls(call) };
}

type Decode<T> = (body: unknown, status: number) => T | null;
type CallServer = <T>(call: Call, decode: Decode<T>) => Promise<Answer<T>>;

function logCalls(call: CallServer): LogApi {
  const send = (method: "POST" | "PUT", ...[log, token, incarnation, envelopes]: Parameters<LogApi["push"]>) => {
    const body = { incarnation, envelopes: envelopes.map(toBase64) };
    return call({ method, path: `/logs/${log}/entries`, token, body }, as(pushed));
  };
  return {
    createLog: (log, token) =>
      call({ method: "PUT", path: `/logs/${log}`, token, statuses: NEW_OR_KNOWN }, (body, status) => {
        const state = decoded(stateOf(log), body);
        return state && { ...state, created: status === 201 };
      }),
    grant: async (log, token, { device, role, tokenHash }) => {
      const body = { role, token_hash: tokenHash };
      const path = `/logs/${log}/grants/${device}`;
      const given = as(exactly({ device, ...body }));
      return done(await call({ method: "PUT", path, token, body, statuses: NEW_OR_KNOWN }, given));
    },
    grants: async (log, token) => {
      const listed = await call({ method: "GET", path: `/logs/${log}/grants`, token }, as(grants));
      return listed.ok && listed.value.length > MOST_GRANTS ? failed("too_many") : listed;
    },
    revoke: (log, token, device) => remove(call, `/logs/${log}/grants/${device}`, token),
    push: (...what) => send("POST", ...what),
    putBack: (...what) => send("PUT", ...what),
    pull: (log, token, after, limit) =>
      call({ method: "GET", path: `/logs/${log}/entries?after=${after}&limit=${limit}`, token }, as(pulled)),
    hashes: (log, token, after, of) => {
      const path = `/logs/${log}/hashes?after=${after}${of ? `&of=${of}` : ""}`;
      return call({ method: "GET", path, token }, as(hashes));
    },
    newIncarnation: (log, token, incarnation, headSeq) => {
      const body = { incarnation, head_seq: headSeq };
      return call({ method: "POST", path: `/logs/${log}/incarnations`, token, body }, as(logState));
    },
  };
}

function inviteCalls(call: CallServer): InviteApi {
  return {
    putInvite: (invite, token, { log, claimHash, sealed, expiresIn, role }) => {
      const letIn = role === undefined ? {} : { role };
      const body = { log, claim_hash: claimHash, sealed: toBase64(sealed), expires_in: expiresIn, ...letIn };
      return call({ method: "PUT", path: `/invites/${invite}`, token, body, statuses: NEW_OR_KNOWN }, as(inviteStatus));
    },
    inviteStatus: (invite, token) => call({ method: "GET", path: `/invites/${invite}`, token }, as(inviteStatus)),
    deleteInvite: (invite, token) => remove(call, `/invites/${invite}`, token),
    claimInvite: (invite, token, claimant, { reply, entrant } = {}) => {
      const letIn = entrant ? { device: entrant.device, token_hash: entrant.tokenHash } : {};
      const body = { claimant, ...(reply ? { reply: toBase64(reply) } : {}), ...letIn };
      return call({ method: "POST", path: `/invites/${invite}/claim`, token, body }, as(claimed));
    },
    handOver: (invite, token, sealed) => {
      const body = { sealed: toBase64(sealed) };
      return call({ method: "PUT", path: `/invites/${invite}/handover`, token, body }, as(inviteStatus));
    },
  };
}

function slotCalls(call: CallServer): SlotApi {
  return {
    putSlot: (id, token, { sealed, ...rest }) => {
      const body = { ...rest, sealed: toBase64(sealed) };
      return call({ method: "PUT", path: `/slots/${id}`, token, body, statuses: NEW_OR_KNOWN }, as(slotVersion));
    },
    getSlot: (id, token) => call({ method: "GET", path: `/slots/${id}`, token }, as(slot)),
    deleteSlot: (id, token) => remove(call, `/slots/${id}`, token),
  };
}

async function remove(call: CallServer, path: string, token: string): Promise<Answer<null>> {
  return done(await call({ method: "DELETE", path, token, statuses: [DONE] }, () => true));
}

function as<T>(shape: Shape<T>): Decode<T> {
  return (body) => decoded(shape, body);
}

function done(answer: Answer<unknown>): Answer<null> {
  return answer.ok ? { ok: true, value: null } : answer;
}

async function ask<T>(
  fetch: Fetch,
  url: string,
  { method, token, body, statuses = [200] }: Call,
  decode: Decode<T>,
  timeoutMs: number,
): Promise<Answer<T>> {
  const headers: Record<string, string> = { Authorization: `Bearer ${token}`, Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const signal = timeLimit(timeoutMs);
  const init: RequestInit = { method, headers, cache: "no-store", redirect: "error", signal };
  if (body !== undefined) init.body = JSON.stringify(body);
  try {
    const response = await fetch(url, init);
    const answer = await answerIn(response);
    if (response.status >= 400) return failureIn(answer, response.status, response.headers);
    const value = statuses.includes(response.status) ? decode(answer, response.status) : null;
    return value === null ? failed("unreadable_answer") : { ok: true, value };
  } catch {
    return failed(signal.aborted ? "timed_out" : "no_network");
  }
}

/** The JSON of an answer. A web page from somebody else, which any network may answer with, is not even read. */
async function answerIn(response: Response): Promise<unknown> {
  if (/^application\/json\b/.test(response.headers.get("Content-Type") ?? "")) return parsed(await textOf(response));
  response.body?.cancel().catch(() => {});
  return undefined;
}

/** The text of an answer, up to the largest size that any answer may have. */
async function textOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let bytes = 0; reader; ) {
    const { done: isAll, value } = await reader.read();
    if (isAll) break;
    bytes += value.length;
    if (bytes > MOST_BYTES) return reader.cancel().then(() => "");
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failureIn(answer: unknown, status: number, headers: Headers): Failure {
  const known = decoded(refusal, answer);
  // Only the server itself may say when to come back, not whatever answers in its place.
  if (!known) return failed(status >= 500 ? "server_error" : "unreadable_answer");
  const seconds = Number.parseInt(headers.get("Retry-After") ?? "", 10);
  return { ok: false, ...known, retryAfter: Number.isNaN(seconds) ? null : seconds };
}

function failed(code: ErrorCode): Failure {
  return { ok: false, code, retryAfter: null, details: {} };
}
