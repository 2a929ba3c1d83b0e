// Keeps the whole app and the guidance on the phone. A new version waits until the person asks for it, so that nobody
// loses a screen in the middle of a visit, and is not installed before every file is here as it was built. Never caches
// the API except for the guidance, and never talks to another host.
import { bundleIn } from "../content/shape";
import { timeLimit } from "../protocol/timeLimit";
import { CONTENT_CACHE, CONTENT_URL, type FromWorker, fileFor, isContent, SECONDS_TO_FETCH } from "./cacheRules";
import { type BuiltFile, cacheAll, keyOf, missingFiles } from "./verifiedCache";

declare const self: ServiceWorkerGlobalScope;
/** Inserted by the build. */
declare const __BUILT_FILES__: BuiltFile[];

const SECONDS_TO_INSTALL = 240;
const SECONDS_FOR_GUIDE = 30;

const files = __BUILT_FILES__;
const FILE_CACHE = "second-look-files";
// Each build has its own cache of the guidance: this one may refuse what a newer version reads.
const GUIDE_CACHE = `${CONTENT_CACHE}-${files.find(({ url }) => url === "/")?.revision}`;

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), forgetOtherVersions()]));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  const file = fileFor(url, event.request.mode, files);
  if (file) event.respondWith(answerWithFile(file));
  if (isContent(url)) event.respondWith(answerWithGuide(event));
});

self.addEventListener("message", (event) => {
  const answer = (urls: Promise<string[]>) =>
    event.waitUntil(urls.then((missing) => event.ports[0]?.postMessage(missing)));
  if (event.data?.type === "apply-update") event.waitUntil(self.skipWaiting());
  if (event.data?.type === "what-is-missing") answer(missing());
  if (event.data?.type === "fetch-what-is-missing") answer(fetchMissing(SECONDS_TO_FETCH));
});

async function install(): Promise<void> {
  const missing = await fetchMissing(SECONDS_TO_INSTALL);
  if (missing.length > 0) throw new Error(`not installed: ${missing.join(" ")}`);
}

/** Addresses of what should be on the phone and is not. The browser may delete a cache at any time. */
async function missing(): Promise<string[]> {
  return named(
    await missingFiles(files, await caches.open(FILE_CACHE)),
    await caches.match(CONTENT_URL, { cacheName: GUIDE_CACHE }),
  );
}

async function fetchMissing(seconds: number): Promise<string[]> {
  const { signal } = inTime(seconds);
  const cache = await caches.open(FILE_CACHE);
  const fetchFile = (url: string, init: RequestInit) => fetch(url, init);
  const [left, guide] = await Promise.all([cacheAll(files, { cache, fetch: fetchFile }, signal), keepGuide(signal)]);
  return named(left, guide);
}

function named(left: BuiltFile[], guide: Response | undefined): string[] {
  return [...left.map(({ url }) => url), ...(guide ? [] : [CONTENT_URL])];
}

/** The cached guidance. Only checked answers are cached, so what is there is good. */
async function keepGuide(signal: AbortSignal): Promise<Response | undefined> {
  const cache = await caches.open(GUIDE_CACHE);
  const kept = await cache.match(CONTENT_URL);
  if (kept) return kept;
  const answer = await fetch(CONTENT_URL, { cache: "no-cache", redirect: "error", signal }).catch(() => undefined);
  if (!answer || !(await bundleIn(answer.clone()))) return undefined;
  await cache.put(CONTENT_URL, answer);
  return cache.match(CONTENT_URL);
}

/** Everything that this version does not read: the files and the guidance of earlier ones. */
async function forgetOtherVersions(): Promise<void> {
  const isOld = (name: string) =>
    name !== GUIDE_CACHE && (name.startsWith(CONTENT_CACHE) || name.startsWith("workbox"));
  const others = (await caches.keys()).filter(isOld);
  for (const name of others) await caches.delete(name);
  const ours = new Set(files.map((file) => new URL(keyOf(file), self.location.origin).href));
  const cache = await caches.open(FILE_CACHE);
  for (const request of await cache.keys()) if (!ours.has(request.url)) await cache.delete(request);
}

/** A file that the browser deleted comes from the network, if it is the one that was built. */
async function answerWithFile(file: BuiltFile): Promise<Response> {
  const cache = await caches.open(FILE_CACHE);
  return (await cache.match(keyOf(file))) ?? fetch(file.url, { integrity: file.integrity, redirect: "error" });
}

/** The guidance as it is kept, at once. A newer one is kept for the next time, and the page is told. */
function answerWithGuide(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const kept = caches.match(request, { cacheName: GUIDE_CACHE });
  const fresh = fetch(new Request(request, inTime(SECONDS_FOR_GUIDE)));
  const copy = fresh.then((answer) => answer.clone());
  event.waitUntil(storeGuide(request, copy, kept).catch(() => undefined));
  return kept.then((found) => found ?? fresh);
}

async function storeGuide(
  request: Request,
  fresh: Promise<Response>,
  kept: Promise<Response | undefined>,
): Promise<void> {
  const [answer, old] = await Promise.all([fresh, kept]);
  if (!(await bundleIn(answer.clone()))) return;
  await (await caches.open(GUIDE_CACHE)).put(request, answer.clone());
  if (!old || old.headers.get("ETag") === answer.headers.get("ETag")) return;
  const news: FromWorker = { type: "content-is-new" };
  for (const client of await self.clients.matchAll()) client.postMessage(news);
}

function inTime(seconds: number) {
  return { redirect: "error", signal: timeLimit(seconds * 1000) } as const;
}
