// What the service worker keeps and what it leaves alone. Shared by the worker and the page.
// The API is never cached, but for the guidance: a sealed log from a cache would be a lie about what the server has.

export const CONTENT_CACHE = "second-look-content";
// Its own version: an app that is still open while the next one is being installed must not be given a shape it cannot read.
export const CONTENT_URL = "/api/v2/content/en";

/** What page and worker say to each other. */
export type ToWorker = { type: "apply-update" } | { type: "what-is-missing" };
export type FromWorker = { type: "content-is-new" };

export function isContent(url: URL): boolean {
  return url.pathname.startsWith("/api/v2/content/");
}

/** Addresses that are no screens: the server itself answers them. */
export const notScreens = [/^\/api\//, /^\/healthz$/, /^\/assets\//, /^\/icons\//, /\.[a-z0-9]+$/];
