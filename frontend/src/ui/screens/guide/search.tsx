// Search over the cards, on the phone. The index is made when this screen opens, from the guidance that is already here.
import { useMemo, useState } from "preact/hooks";
import type { Bundle, GuideCard } from "../../../content/bundle";
import { plainText } from "../../../content/plainText";
import { guideSearch } from "../../../content/search";
import { messagesFrom } from "../../../i18n";
import guideWords from "../../../i18n/en/guide.json";
import * as letters from "../../../i18n/folding";
import { TextField } from "../../components/textField";
import { excerpt } from "../../excerpt";
import { LinkRow, Rows } from "../../start/components/rows";
import { Screen } from "../../start/components/screen";
import { GuideGate } from "../../start/useLibrary";

const t = messagesFrom(guideWords);

export function GuideSearch() {
  return (
    <Screen title={t("guide.search")} back="/guide">
      <GuideGate>{(bundle) => <SearchBody bundle={bundle} />}</GuideGate>
    </Screen>
  );
}

function SearchBody({ bundle }: { bundle: Bundle }) {
  const [query, setQuery] = useState("");
  const search = useMemo(() => guideSearch(bundle, letters), [bundle]);
  const found = useMemo(() => search(query), [search, query]);
  return (
    <div class="stack">
      <TextField
        type="search"
        label={t("guide.search")}
        quietLabel
        hint={t("guide.searchHint")}
        value={query}
        onInput={setQuery}
        autoFocus
      />
      <p class="quiet" role="status">
        {query.trim() !== "" &&
          (found.length > 0 ? t("guide.found", { count: found.length }) : t("guide.nothingFound"))}
      </p>
      <Rows>
        {found.map((card) => (
          <LinkRow key={card.id} href={`/guide/card/${card.id}`} title={card.title} detail={detailOf(card, query)} />
        ))}
      </Rows>
    </div>
  );
}

/** Where the card speaks of it: its summary, else the piece of its text that holds the word. */
function detailOf(card: GuideCard, query: string): string {
  const words = letters.soughtWords(query);
  const isIn = (text: string) => letters.placeOfWord(text, words) >= 0;
  const body = plainText(card.body_html);
  if (isIn(card.title) || isIn(card.summary) || !isIn(body)) return card.summary;
  return excerpt(body, (text) => letters.placeOfWord(text, words));
}
