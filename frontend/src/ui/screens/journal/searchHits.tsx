// What the search found in this case. Looks after a short rest in typing, so that keys never wait for it.
import { useEffect, useMemo, useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import { searchCase } from "../../../domain/search";
import { messagesFrom } from "../../../i18n";
import entriesWords from "../../../i18n/en/entries.json";
import journalWords from "../../../i18n/en/journal.json";
import * as letters from "../../../i18n/folding";
import { Said } from "../../components/said";
import { addressOf } from "../../entryNames";
import { LinkRow, Rows } from "../../start/components/rows";

const t = messagesFrom(entriesWords, journalWords);

const REST_MS = 150;
const MOST_SHOWN = 50;

export function SearchHits({ opened, query }: { opened: OpenCase; query: string }) {
  const rested = useRested(query);
  const hits = useMemo(() => searchCase(opened.doc, rested, letters), [opened, rested]);
  const words = letters.soughtWords(rested);
  const placeIn = (text: string) => letters.placeOfWord(text, words);
  return (
    <section>
      <p class="quiet" role="status">
        {hits.length === 0 ? t("journal.nothingFound") : t("journal.found", { count: hits.length })}
      </p>
      <Rows label={t("journal.search")}>
        {hits.slice(0, MOST_SHOWN).map((hit) => (
          <LinkRow
            key={hit.id}
            href={addressOf(hit.kind, hit.id)}
            title={<Said text={hit.text} placeIn={placeIn} />}
            detail={t(`entryKind.kinds.${hit.kind}`)}
          />
        ))}
      </Rows>
    </section>
  );
}

function useRested(query: string): string {
  const [rested, setRested] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => setRested(query), REST_MS);
    return () => clearTimeout(timer);
  }, [query]);
  return rested;
}
