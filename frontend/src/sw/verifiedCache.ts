// Keeps the files of one build on the phone. A file counts only when its bytes are those that were built: what a
// captive portal answers in its place, with whatever status, is never kept. A wrong or missing file is fetched again.
import { sha256 } from "../crypto/primitives";
import { toBase64 } from "../protocol/bytes";

export type BuiltFile = { url: string; revision: string | null; integrity: string };
type CacheEntries = Pick<Cache, "match" | "put">;
type Fetch = (url: string, init: RequestInit) => Promise<Response>;
type FileCache = { cache: CacheEntries; fetch: Fetch };

const AT_ONCE = 6;

/** The cache's address for a file, which differs from build to build. */
export function keyOf({ url, revision }: BuiltFile): string {
  return revision === null ? url : `${url}?build=${revision}`;
}

/** The files that the cache lacks or does not hold as built. */
export async function missingFiles(
  files: readonly BuiltFile[],
  cache: Pick<CacheEntries, "match">,
): Promise<BuiltFile[]> {
  const checked = await Promise.all(
    files.map(async (file) => ((await isWhole(await cache.match(keyOf(file)), file)) ? null : file)),
  );
  return checked.filter((file) => file !== null);
}

/** Fetches what the cache lacks and returns what it still lacks. What came stays: the next try has less to do. */
export async function cacheAll(
  files: readonly BuiltFile[],
  place: FileCache,
  signal: AbortSignal,
): Promise<BuiltFile[]> {
  const waiting = await missingFiles(files, place.cache);
  const left: BuiltFile[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      if (!(await cacheOne(next, place, signal))) left.push(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return left;
}

// The browser's own cache may serve the file first. When that gives anything else, only the server's own answer will
// do: the browser may have cached what a portal answered.
async function cacheOne(file: BuiltFile, place: FileCache, signal: AbortSignal): Promise<boolean> {
  for (const cache of ["no-cache", "reload"] as const) {
    const mode = cache === "no-cache" && file.revision === null ? "default" : cache;
    if (await fetchAndCache(file, place, { cache: mode, redirect: "error", signal })) return true;
  }
  return false;
}

async function fetchAndCache(file: BuiltFile, { cache, fetch }: FileCache, how: RequestInit): Promise<boolean> {
  try {
    const answer = await fetch(file.url, how);
    if (!answer.ok || !(await isWhole(answer.clone(), file))) return false;
    await cache.put(keyOf(file), answer);
    return true;
  } catch {
    return false;
  }
}

async function isWhole(response: Response | undefined, { integrity }: BuiltFile): Promise<boolean> {
  if (!response) return false;
  return `sha256-${toBase64(await sha256(new Uint8Array(await response.arrayBuffer())))}` === integrity;
}
