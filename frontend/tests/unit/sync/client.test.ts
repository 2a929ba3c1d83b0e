import { describe, expect, it } from "vitest";
import { createClient, type Fetch } from "../../../src/sync/client";

const LOG = "ab".repeat(16);
const TOKEN = "cd".repeat(32);
const JSON_TYPE = { "Content-Type": "application/json" };
const head = { seq: 1, hash: "ef".repeat(32) };

function answering(status: number, body: unknown, headers: Record<string, string> = {}): Fetch {
  return async () =>
    new Response(typeof body === "string" ? body : JSON.stringify(body), {
      status,
      headers: { ...JSON_TYPE, ...headers },
    });
}

describe("the client", () => {
  it("sends the token as a bearer and nowhere else", async () => {
    const seen: [string, RequestInit][] = [];
    const client = createClient(async (url, init) => {
      seen.push([url, init]);
      return new Response(JSON.stringify({ incarnation: "12".repeat(16), seqs: [1], head }), { headers: JSON_TYPE });
    }, "https://second-look.example");
    await client.push(LOG, TOKEN, "12".repeat(16), [new Uint8Array([1, 2, 3])]);
    const [url, init] = seen[0] ?? ["", {}];
    expect(url).toBe(`https://second-look.example/api/v1/logs/${LOG}/entries`);
    expect(new Headers(init.headers).get("Authorization")).toBe(`Bearer ${TOKEN}`);
    expect(url + String(init.body)).not.toContain(TOKEN);
    expect(init.body).toBe(JSON.stringify({ incarnation: "12".repeat(16), envelopes: ["AQID"] }));
  });

  it.each([
    [
      409,
      { code: "counter_gap", message: "", details: { counter: 3 } },
      {},
      { code: "counter_gap", details: { counter: 3 }, retryAfter: null },
    ],
    [507, { code: "log_full", message: "" }, { "Retry-After": "60" }, { code: "log_full", retryAfter: 60 }],
    [502, "<html>Bad gateway</html>", {}, { code: "server_error" }],
    [418, { code: "teapot" }, {}, { code: "unreadable_answer" }],
    [200, "not JSON", {}, { code: "unreadable_answer" }],
    [200, { incarnation: "12", entries: [] }, {}, { code: "unreadable_answer" }],
    [
      200,
      { incarnation: "12".repeat(16), after_hash: null, head, entries: [{ seq: "1", envelope: "AQID" }] },
      {},
      { code: "unreadable_answer" },
    ],
    [
      200,
      { incarnation: "12".repeat(16), after_hash: null, head, entries: [{ seq: 1, envelope: "%%%" }] },
      {},
      { code: "unreadable_answer" },
    ],
  ])("turns an answer of %i into a value with a code", async (status, body, headers, failure) => {
    const client = createClient(answering(status, body, headers), "");
    expect(await client.pull(LOG, TOKEN, 0, 500)).toMatchObject({ ok: false, ...failure });
  });

  it("D3: names the device that is to be let in, and reads who was", async () => {
    const bodies: unknown[] = [];
    const device = "12".repeat(32);
    const seen = { status: "claimed", expires_at: "2026-11-22T09:00:00Z", device };
    const client = createClient(async (_url, init) => {
      bodies.push(JSON.parse(String(init.body ?? "null")));
      return new Response(JSON.stringify({ ...seen, sealed: "AQID", handover: null }), { headers: JSON_TYPE });
    }, "");
    await client.claimInvite(LOG, TOKEN, "34".repeat(16));
    await client.claimInvite(LOG, TOKEN, "34".repeat(16), { entrant: { device, tokenHash: TOKEN } });
    expect(bodies).toEqual([{ claimant: "34".repeat(16) }, { claimant: "34".repeat(16), device, token_hash: TOKEN }]);
    expect(await client.inviteStatus(LOG, TOKEN)).toMatchObject({ value: { status: "claimed", device } });
  });

  it.each([
    { grants: [{ device: "12".repeat(32), role: "boss", token_hash: TOKEN }] },
    { grants: [{ device: "12".repeat(32), role: "editor" }] },
    { grants: {} },
    {},
  ])("D3: takes no list of grants that is none: %j", async (body) => {
    const client = createClient(answering(200, body), "");
    expect(await client.grants(LOG, TOKEN)).toMatchObject({ ok: false, code: "unreadable_answer" });
  });

  it("tells no network from a server that takes too long", async () => {
    const none = createClient(() => Promise.reject(new TypeError("failed to fetch")), "");
    expect(await none.pull(LOG, TOKEN, 0, 500)).toMatchObject({ code: "no_network" });
    const slow: Fetch = (_url, init) =>
      new Promise((_resolve, reject) => init.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
    expect(await createClient(slow, "", 20).pull(LOG, TOKEN, 0, 500)).toMatchObject({ code: "timed_out" });
  });

  it("does not wait for the end of an answer that has none", async () => {
    const endless: Fetch = async (_url, init) => {
      const body = new ReadableStream<Uint8Array>({
        start: (stream) => init.signal?.addEventListener("abort", () => stream.error(init.signal?.reason)),
        pull: async (stream) => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          if (!init.signal?.aborted) stream.enqueue(new Uint8Array(9));
        },
      });
      return new Response(body, { headers: JSON_TYPE });
    };
    expect(await createClient(endless, "", 50).pull(LOG, TOKEN, 0, 500)).toMatchObject({ code: "timed_out" });
  });
});

describe("an answer that is larger than any may be", () => {
  it("is not read to its end, however fast it comes", async () => {
    let given = 0;
    const endless: Fetch = async () => {
      const body = new ReadableStream<Uint8Array>({
        pull(stream) {
          given += 1_000_000;
          stream.enqueue(new Uint8Array(1_000_000).fill(32));
        },
      });
      return new Response(body, { headers: JSON_TYPE });
    };
    expect(await createClient(endless, "").pull(LOG, TOKEN, 0, 500)).toMatchObject({ code: "unreadable_answer" });
    expect(given).toBeLessThan(8_000_000);
  });

  it("is a page of the largest that a server sends, and that is read", async () => {
    const entries = [{ seq: 1, envelope: Buffer.alloc(1_048_576, 7).toString("base64") }];
    const page = { incarnation: "12".repeat(16), after_hash: null, head, entries };
    expect(await createClient(answering(200, page), "").pull(LOG, TOKEN, 0, 500)).toMatchObject({ ok: true });
  });

  it.each([
    [64, { ok: true }],
    [65, { ok: false, code: "too_many" }],
    [20_000, { ok: false, code: "too_many" }],
  ])("is a list of %i grants: a log has 64 at most", async (count, expected) => {
    const one = (at: number) => ({ ...given, device: at.toString(16).padStart(64, "0") });
    const given = { role: "editor", token_hash: "34".repeat(32) };
    const grants = Array.from({ length: count }, (_, at) => one(at));
    expect(await createClient(answering(200, { grants }), "").grants(LOG, TOKEN)).toMatchObject(expected);
  });
});

const DEVICE = "12".repeat(32);
const grant = { device: DEVICE, role: "editor" as const, tokenHash: "34".repeat(32) };
const invite = { log: LOG, claimHash: TOKEN, sealed: new Uint8Array(60), expiresIn: 900 };
type Client = ReturnType<typeof createClient>;
const calls: [string, (client: Client) => Promise<{ ok: boolean }>][] = [
  ["createLog", (client) => client.createLog(LOG, TOKEN)],
  ["grant", (client) => client.grant(LOG, TOKEN, grant)],
  ["grants", (client) => client.grants(LOG, TOKEN)],
  ["revoke", (client) => client.revoke(LOG, TOKEN, DEVICE)],
  ["push", (client) => client.push(LOG, TOKEN, "12".repeat(16), [new Uint8Array(9)])],
  ["pull", (client) => client.pull(LOG, TOKEN, 0, 500)],
  ["hashes", (client) => client.hashes(LOG, TOKEN, 0)],
  ["newIncarnation", (client) => client.newIncarnation(LOG, TOKEN, "12".repeat(16), 0)],
  ["putInvite", (client) => client.putInvite(LOG, TOKEN, invite)],
  ["inviteStatus", (client) => client.inviteStatus(LOG, TOKEN)],
  ["deleteInvite", (client) => client.deleteInvite(LOG, TOKEN)],
  ["claimInvite", (client) => client.claimInvite(LOG, TOKEN, "34".repeat(16))],
];
const PORTAL = "<!doctype html><title>Free clinic wifi</title>";
/** Everything that any call may need, in one answer. */
const everything = {
  ...{ log: LOG, incarnation: "12".repeat(16), head, seqs: [1], entries: [], after_hash: null, hashes: [] },
  ...{ device: DEVICE, role: "editor", token_hash: grant.tokenHash, grants: [], sealed: "AQID", handover: null },
  ...{ status: "open", expires_at: "2026-11-22T09:00:00Z" },
};
const deletes = ["revoke", "deleteInvite"];

it("answers with what the protocol names for the call, and nothing that came with it", async () => {
  const client = createClient(answering(200, everything), "");
  const state = { incarnation: everything.incarnation, head };
  expect(await client.createLog(LOG, TOKEN)).toEqual({ ok: true, value: { ...state, created: false } });
  expect(await client.newIncarnation(LOG, TOKEN, everything.incarnation, 0)).toEqual({ ok: true, value: state });
  expect(await client.pull(LOG, TOKEN, 0, 1)).toEqual({ ok: true, value: { ...state, afterHash: null, entries: [] } });
});

describe.each(calls)("what answers %s in the server's place", (name, call) => {
  const isOk = async (fetch: Fetch) => (await call(createClient(fetch, ""))).ok;
  const answer = (body: string | null, status: number, type: string) => async () =>
    new Response(body, { status, headers: { "Content-Type": type } });

  it("is told from the server's own answer, which is believed", async () => {
    const own = deletes.includes(name) ? async () => new Response(null, { status: 204 }) : answering(200, everything);
    expect(await isOk(own)).toBe(true);
  });

  it.each<[string, Fetch]>([
    ["a page with status 200", answer(PORTAL, 200, "text/html")],
    ["a page that calls itself JSON", answer(PORTAL, 200, "application/json")],
    ["{} with status 200", answer("{}", 200, "application/json")],
    ["the right words as HTML", answer(JSON.stringify(everything), 200, "text/html")],
    [
      "the right words with a status that means something else",
      answer(JSON.stringify(everything), 202, "application/json"),
    ],
    ["half of the right words", answer(JSON.stringify(everything).slice(0, 90), 200, "application/json")],
    ["511", answer(PORTAL, 511, "text/html")],
    ["status 205 and nothing", answer(null, 205, "text/html")],
  ])("is not believed: %s", async (_what, fetch) => {
    expect(await isOk(fetch)).toBe(false);
  });

  it("is not followed anywhere else", async () => {
    const inits: RequestInit[] = [];
    await isOk(async (_url, init) => {
      inits.push(init);
      throw new TypeError("redirect");
    });
    expect(inits.map(({ redirect }) => redirect)).toEqual(["error"]);
  });
});

describe("an error that is not the server's", () => {
  it.each([
    [404, "<h1>Not found</h1>", "text/html", "unreadable_answer"],
    [404, JSON.stringify({ code: "not_found" }), "text/html", "unreadable_answer"],
    [200, JSON.stringify({ code: "not_found" }), "application/json", "unreadable_answer"],
    [503, "<h1>Back soon</h1>", "text/html", "server_error"],
  ])("with status %i and %s as %s is %s", async (status, body, type, code) => {
    const client = createClient(answering(status, body, { "Content-Type": type, "Retry-After": "3600" }), "");
    expect(await client.pull(LOG, TOKEN, 0, 500)).toMatchObject({ ok: false, code, retryAfter: null });
  });
});
