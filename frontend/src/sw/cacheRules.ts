// What the service worker caches and what it leaves alone. Shared by the worker and the page. The API is never cached,
// except for the guidance: a cached sealed log would be a lie about what the server has.

export const CONTENT_CACHE = "second-look-content";
// Versioned: an app that is still open while the next one is being installed must not be given a shape it cannot read.
export const CONTENT_URL = "/api/v2/content/en";

/**
 * Messages between page and worker. The worker answers "what-is-missing" with the addresses that it lacks, and
 * "fetch-what-is-missing" with those that it still lacks after trying to fetch them.
 */
export type ToWorker = { type: "apply-update" } | { type: "what-is-missing" } | { type: "fetch-what-is-missing" };
export type FromWorker = { type: "content-is-new" };

/** How long the worker may try to fetch what it lacks before it reports what is still missing. */
export const SECONDS_TO_FETCH = 60;

export function isContent(url: URL): boolean {
  return url.pathname.startsWith("/api/v2/content/");
}

/** Addresses that are not screens: the server itself answers them. */
export const notScreens = [/^\/api\//, /^\/healthz$/, /^\/plain$/, /^\/assets\//, /^\/icons\//, /\.[a-z0-9]+$/];
