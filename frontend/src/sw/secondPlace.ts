// The day on which this phone first had a case, kept among the caches, as a second place beside localStorage. Where
// caches cannot be used it is not kept, and that is all.
import { SINCE_CACHE } from "./cacheRules";

const ADDRESS = "/since";

export const secondPlace = {
  /** "" when nothing is kept. */
  recall: async (): Promise<string> =>
    (await (await whereAllowed(() => caches.match(ADDRESS, { cacheName: SINCE_CACHE })))?.text()) ?? "",
  keep: (day: string): Promise<unknown> =>
    whereAllowed(async () => (await caches.open(SINCE_CACHE)).put(ADDRESS, new Response(day))),
  forget: (): Promise<unknown> => whereAllowed(() => caches.delete(SINCE_CACHE)),
};

async function whereAllowed<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}
