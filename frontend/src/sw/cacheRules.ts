// What the service worker keeps and what it leaves alone. Shared by the worker and the page.
// The API is never cached, but for the guidance: a sealed log from a cache would be a lie about what the server has.

export const CONTENT_CACHE = "second-look-content";
// Its own version: an app that is still open while the next one is being installed must not be given a shape it cannot read.
export const CONTENT_URL = "/api/v2/content/en";

/**
 * What page and worker say to each other. The worker answers "what-is-missing" and "fetch-what-is-missing" with the addresses
 * that it lacks, the latter after it has tried to get them.
 */
export type ToWorker = { type: "apply-update" } | { type: "what-is-missing" } | { type: "fetch-what-is-missing" };
export type FromWorker = { type: "content-is-new" };

/** How long the worker may try to get what it lacks, before it says what it lacks still. */
export const SECONDS_TO_FETCH = 60;

export function isContent(url: URL): boolean {
  return url.pathname.startsWith("/api/v2/content/");
}

/** Addresses that are no screens: the server itself answers them. */
export const notScreens = [/^\/api\//, /^\/healthz$/, /^\/plain$/, /^\/assets\//, /^\/icons\//, /\.[a-z0-9]+$/];
