import { describe, expect, it } from "vitest";
import { createClient, type Fetch } from "../../../src/sync/client";

const LOG = "ab".repeat(16);
const TOKEN = "cd".repeat(32);
const head = { seq: 1, hash: "ef".repeat(32) };

function answering(status: number, body: unknown, headers: Record<string, string> = {}): Fetch {
  return async () => new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });
}

describe("the client", () => {
  it("sends the token as a bearer and nowhere else", async () => {
    const seen: [string, RequestInit][] = [];
    const client = createClient(async (url, init) => {
      seen.push([url, init]);
      return new Response(JSON.stringify({ incarnation: "12".repeat(16), seqs: [1], head }));
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
      return new Response(JSON.stringify({ ...seen, sealed: "AQID" }));
    }, "");
    await client.claimInvite(LOG, TOKEN, "34".repeat(16));
    await client.claimInvite(LOG, TOKEN, "34".repeat(16), { device, tokenHash: TOKEN });
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
});
