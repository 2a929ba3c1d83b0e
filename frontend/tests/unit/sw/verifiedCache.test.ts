// The files of a build on the phone, against anything that may answer in the server's place.
import { createHash } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { type BuiltFile, cacheAll, missingFiles } from "../../../src/sw/verifiedCache";

const PORTAL = "<!doctype html><title>Free clinic wifi</title>";
const words: Record<string, string> = { "/": "<!doctype html><div id=app>", "/assets/a-1.js": "export const a = 1" };

const files: BuiltFile[] = Object.entries(words).map(([url, text]) => ({
  url,
  revision: url === "/" ? "1234" : null,
  integrity: `sha256-${createHash("sha256").update(text).digest("base64")}`,
}));
const never = new AbortController().signal;

/** A cache, and a network that answers as the story says. */
function phone(answer: (url: string, init: RequestInit) => Response | Promise<Response> = served) {
  const held = new Map<string, Response>();
  const cache = {
    match: async (key: RequestInfo | URL) => held.get(String(key))?.clone(),
    put: async (key: RequestInfo | URL, response: Response) => void held.set(String(key), response),
  };
  const fetchIt = vi.fn(async (url: string, init: RequestInit) => answer(url, init));
  const place = { cache, fetch: fetchIt };
  return { held, place, fetchIt };
}

function served(url: string): Response {
  return new Response(words[url]);
}

async function texts(held: Map<string, Response>): Promise<string[]> {
  return Promise.all([...held.values()].map((response) => response.clone().text()));
}

describe("keeping the files of a build", () => {
  it("fetches what is not there, each once, and lacks nothing then", async () => {
    const { held, place, fetchIt } = phone();
    expect(await missingFiles(files, place.cache)).toEqual(files);
    expect(await cacheAll(files, place, never)).toEqual([]);
    expect(await missingFiles(files, place.cache)).toEqual([]);
    expect(await cacheAll(files, place, never)).toEqual([]);
    expect(fetchIt).toHaveBeenCalledTimes(2);
    expect([...held.keys()].sort()).toEqual(["/?build=1234", "/assets/a-1.js"]);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    [
      "a page of somebody else's with status 200",
      () => new Response(PORTAL, { headers: { "Content-Type": "text/html" } }),
    ],
    ["{} with status 200", () => new Response("{}", { headers: { "Content-Type": "application/json" } })],
    ["half of the file", () => new Response("<!doctype html><div")],
    ["511", () => new Response(PORTAL, { status: 511 })],
    ["the right words with status 503", () => new Response(words["/"], { status: 503 })],
    ["a redirect, which the browser refuses", () => Promise.reject(new TypeError("redirect mode is set to error"))],
    ["nothing", () => Promise.reject(new TypeError("no network"))],
  ])("keeps no file that is answered by %s", async (_what, answer) => {
    const { held, place } = phone((url) => (url === "/" ? answer() : served(url)));
    expect((await cacheAll(files, place, never)).map(({ url }) => url)).toEqual(["/"]);
    expect(await texts(held)).toEqual([words["/assets/a-1.js"]]);
  });

  it("follows no redirect", async () => {
    const { place, fetchIt } = phone();
    await cacheAll(files, place, never);
    expect(fetchIt.mock.calls.map(([, init]) => init.redirect)).toEqual(["error", "error"]);
  });

  it("fetches again what is there and is not the file", async () => {
    const { held, place } = phone();
    held.set("/?build=1234", new Response(PORTAL));
    held.set("/assets/a-1.js", new Response(words["/assets/a-1.js"]));
    expect((await missingFiles(files, place.cache)).map(({ url }) => url)).toEqual(["/"]);
    expect(await cacheAll(files, place, never)).toEqual([]);
    expect((await texts(held)).sort()).toEqual(Object.values(words).sort());
  });

  it("goes past the browser's own cache when that holds something else under the name", async () => {
    const { place, fetchIt } = phone((url, { cache }) => (cache === "reload" ? served(url) : new Response(PORTAL)));
    expect(await cacheAll(files, place, never)).toEqual([]);
    expect(fetchIt.mock.calls.map(([, init]) => init.cache).sort()).toEqual([
      "default",
      "no-cache",
      "reload",
      "reload",
    ]);
  });

  it("gives up in time when nobody answers, and keeps what came", async () => {
    const stop = new AbortController();
    const { held, place } = phone((url, { signal }) =>
      url === "/"
        ? new Promise((_resolve, reject) => {
            if (signal?.aborted) reject(signal.reason);
            signal?.addEventListener("abort", () => reject(signal.reason));
          })
        : served(url),
    );
    setTimeout(() => stop.abort(), 20);
    expect((await cacheAll(files, place, stop.signal)).map(({ url }) => url)).toEqual(["/"]);
    expect(await texts(held)).toEqual([words["/assets/a-1.js"]]);
  });

  it("lacks what there was no room for", async () => {
    const { place } = phone();
    place.cache.put = () => Promise.reject(new DOMException("no room", "QuotaExceededError"));
    expect(await cacheAll(files, place, never)).toHaveLength(2);
  });
});
