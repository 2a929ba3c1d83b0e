// Keeps the whole app and the guidance on the phone. A new version waits until the person asks for it, so that nobody
// loses a screen in the middle of a visit, and is not installed before every file is here as it was built. Never caches
// the API except for the guidance, and never talks to another host.
import { clientsClaim } from "workbox-core";
import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { StaleWhileRevalidate } from "workbox-strategies";
import { bundleIn } from "../content/shape";
import { timeLimit } from "../protocol/timeLimit";
import { CONTENT_CACHE, CONTENT_URL, type FromWorker, isContent, notScreens, SECONDS_TO_FETCH } from "./cacheRules";
import { type BuiltFile, cacheAll, missingFiles } from "./verifiedCache";

declare const self: ServiceWorkerGlobalScope;
/** Inserted by the build. */
declare const __BUILT_FILES__: BuiltFile[];

const SECONDS_TO_INSTALL = 240;
const SECONDS_FOR_GUIDE = 30;

const files = __BUILT_FILES__;
const precache = new PrecacheController();
precache.addToCacheList(files);
// Each build has its own cache of the guidance: this one may refuse what a newer version reads.
const guideCache = `${CONTENT_CACHE}-${files.find(({ url }) => url === "/")?.revision}`;

registerRoute(new PrecacheRoute(precache, { cleanURLs: false }));
registerRoute(new NavigationRoute(precache.createHandlerBoundToURL("/"), { denylist: notScreens }));
registerRoute(
  ({ url, request, sameOrigin }) => sameOrigin && request.method === "GET" && isContent(url),
  new StaleWhileRevalidate({
    cacheName: guideCache,
    plugins: [
      { requestWillFetch: async ({ request }) => new Request(request, inTime(SECONDS_FOR_GUIDE)) },
      { cacheWillUpdate: async ({ response }) => ((await bundleIn(response.clone())) ? response : null) },
      { cacheDidUpdate: async ({ oldResponse, newResponse }) => tellIfNew(oldResponse, newResponse) },
    ],
  }),
);

clientsClaim();

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([precache.activate(event), forgetOtherGuides()]));
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
    await missingFiles(files, await fileCache()),
    await caches.match(CONTENT_URL, { cacheName: guideCache }),
  );
}

async function fetchMissing(seconds: number): Promise<string[]> {
  const { signal } = inTime(seconds);
  const [left, guide] = await Promise.all([cacheAll(files, await fileCache(), signal), keepGuide(signal)]);
  return named(left, guide);
}

function named(left: BuiltFile[], guide: Response | undefined): string[] {
  return [...left.map(({ url }) => url), ...(guide ? [] : [CONTENT_URL])];
}

async function fileCache() {
  const cache = await caches.open(precache.strategy.cacheName);
  const keyOf = (url: string) => precache.getCacheKeyForURL(url) ?? url;
  return { cache, keyOf, fetch: (url: string, init: RequestInit) => fetch(url, init) };
}

/** The cached guidance. Only checked answers are cached, so what is there is good. */
async function keepGuide(signal: AbortSignal): Promise<Response | undefined> {
  const cache = await caches.open(guideCache);
  const kept = await cache.match(CONTENT_URL);
  if (kept) return kept;
  const answer = await fetch(CONTENT_URL, { cache: "no-cache", redirect: "error", signal }).catch(() => undefined);
  if (!answer || !(await bundleIn(answer.clone()))) return undefined;
  await cache.put(CONTENT_URL, answer);
  return cache.match(CONTENT_URL);
}

async function forgetOtherGuides(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(CONTENT_CACHE) && name !== guideCache);
  for (const name of others) await caches.delete(name);
}

async function tellIfNew(old: Response | null | undefined, fresh: Response): Promise<void> {
  if (!old || old.headers.get("ETag") === fresh.headers.get("ETag")) return;
  const news: FromWorker = { type: "content-is-new" };
  for (const client of await self.clients.matchAll()) client.postMessage(news);
}

function inTime(seconds: number) {
  return { redirect: "error", signal: timeLimit(seconds * 1000) } as const;
}
