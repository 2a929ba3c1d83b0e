// The results from one place, under its name: the best first, the rest on request. Not shown when empty.
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import searchWords from "../../../i18n/en/search.json";
import { Button } from "../../start/components/button";
import { Rows } from "../../start/components/rows";

const t = messagesFrom(searchWords);

const SHOWN_AT_FIRST = 4;
// With more results than this, people try another word.
const MOST_SHOWN = 50;

type Props<T> = { heading: string; note?: string; found: readonly T[]; children: (one: T) => ComponentChildren };

export function Group<T>({ heading, note, found, children }: Props<T>) {
  const id = useId();
  const [isWhole, setIsWhole] = useState(false);
  if (found.length === 0) return null;
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {note && <p class="quiet">{note}</p>}
      <Rows>{found.slice(0, isWhole ? MOST_SHOWN : SHOWN_AT_FIRST).map(children)}</Rows>
      {!isWhole && found.length > SHOWN_AT_FIRST && (
        <Button look="quiet" onClick={() => setIsWhole(true)}>
          {t("search.all", { count: found.length })}
        </Button>
      )}
    </section>
  );
}
