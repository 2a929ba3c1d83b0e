// Keeps the whole app and the guidance on the phone. A new version waits until the person asks for it: nobody loses a screen
// in the middle of a visit. Never caches the API but for the guidance, and never talks to another host.
import { clientsClaim } from "workbox-core";
import { createHandlerBoundToURL, matchPrecache, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { StaleWhileRevalidate } from "workbox-strategies";
import { CONTENT_CACHE, CONTENT_URL, type FromWorker, isContent, notScreens } from "./cacheRules";

declare const self: ServiceWorkerGlobalScope;

const files = self.__WB_MANIFEST;
const addresses = files.map((file) => (typeof file === "string" ? file : file.url));

// Workbox fetches one file after the other. Asked for all at once, they are in the browser's cache by the time it comes to each.
self.addEventListener("install", (event) => {
  const hashed = addresses.filter((url) => url.startsWith("/assets/"));
  event.waitUntil(Promise.allSettled(hashed.map(async (url) => (await fetch(url)).arrayBuffer())));
});
precacheAndRoute(files, { cleanURLs: false });
registerRoute(new NavigationRoute(createHandlerBoundToURL("/"), { denylist: notScreens }));

registerRoute(
  ({ url, request, sameOrigin }) => sameOrigin && request.method === "GET" && isContent(url),
  new StaleWhileRevalidate({
    cacheName: CONTENT_CACHE,
    plugins: [
      { cacheWillUpdate: async ({ response }) => (response.status === 200 ? response : null) },
      { cacheDidUpdate: async ({ oldResponse, newResponse }) => tellIfNew(oldResponse, newResponse) },
    ],
  }),
);

clientsClaim();

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CONTENT_CACHE).then((cache) => cache.add(CONTENT_URL)));
});

self.addEventListener("message", (event) => {
  if (event.data?.type === "apply-update") event.waitUntil(self.skipWaiting());
  if (event.data?.type === "what-is-missing")
    event.waitUntil(missing().then((urls) => event.ports[0]?.postMessage(urls)));
});

/** What has to be on the phone and is not, as addresses. The browser may throw a cache away at any time. */
async function missing(): Promise<string[]> {
  const content = await caches.match(CONTENT_URL, { cacheName: CONTENT_CACHE });
  const found = await Promise.all(addresses.map(async (url) => ((await matchPrecache(url)) ? null : url)));
  return [...found, content ? null : CONTENT_URL].filter((url) => url !== null);
}

async function tellIfNew(old: Response | null | undefined, fresh: Response): Promise<void> {
  if (!old || old.headers.get("ETag") === fresh.headers.get("ETag")) return;
  const news: FromWorker = { type: "content-is-new" };
  for (const client of await self.clients.matchAll()) client.postMessage(news);
}
