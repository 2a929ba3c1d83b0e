// What the service worker caches and what it leaves alone. Shared by the worker and the page. The API is never cached,
// except for the guidance: a cached sealed log would be a lie about what the server has.

import type { BuiltFile } from "./verifiedCache";

export const CONTENT_CACHE = "second-look-content";
/** The page's own, in which every version of the worker leaves what is there. */
export const SINCE_CACHE = "second-look-since";
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

/** The file that answers a request. Every screen is answered with the app itself, which is the file "/". */
export function fileFor({ pathname, search }: URL, mode: RequestMode, files: readonly BuiltFile[]) {
  const wanted = mode === "navigate" && isScreen(pathname) ? "/" : pathname + search;
  return files.find(({ url }) => url === wanted);
}

function isScreen(pathname: string): boolean {
  return !notScreens.some((pattern) => pattern.test(pathname));
}

// Addresses that the server itself answers.
const notScreens = [/^\/api\//, /^\/healthz$/, /^\/plain$/, /^\/assets\//, /^\/icons\//, /\.[a-z0-9]+$/];
