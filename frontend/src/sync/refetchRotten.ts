// Asks for entries that arrived damaged again after one exchange, two, four, eight …: the server may have been
// repaired, or the damage may have happened in transit. Accepts only the exact bytes that the chain names.
import type { ExchangeParts } from "./exchangeParts";
import { readEntry } from "./readPage";

const AT_ONCE = 5;

export async function refetchRotten(parts: ExchangeParts, log: string, token: string): Promise<void> {
  const rotten = await parts.syncLog.rotten(log, AT_ONCE);
  if (rotten.length === 0) return;
  const exchanges = ((await parts.log.record(log))?.exchangesSinceRotten ?? 0) + 1;
  await parts.log.patch(log, () => ({ exchangesSinceRotten: exchanges }));
  if (Math.log2(exchanges) % 1 !== 0) return;
  for (const { seq, hash, chain } of rotten) {
    const pulled = await parts.api.pull(log, token, seq - 1, 1);
    const [entry] = pulled.ok ? pulled.value.entries : [];
    const read = entry?.seq === seq ? await readEntry(parts, log, entry) : null;
    if (read?.signed && read.hash === hash) await parts.syncLog.mended(log, { ...read, chain, isRotten: false });
  }
}
