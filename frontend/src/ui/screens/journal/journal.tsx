// The journal: search, the notes, and the button that is always in thumb reach.
import { Pencil } from "lucide-preact";
import { useMemo, useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import journalWords from "../../../i18n/en/journal.json";
import { CaseScreen } from "../../components/caseScreen";
import { TextField } from "../../components/textField";
import { ButtonLink } from "../../start/components/button";
import { NoteList } from "./noteList";
import { SearchHits } from "./searchHits";

const t = messagesFrom(frameWords, journalWords);

export function Journal() {
  return (
    <CaseScreen
      title={t("nav.journal")}
      dock={() => (
        <ButtonLink href="/journal/note/new" icon={Pencil}>
          {t("journal.write")}
        </ButtonLink>
      )}
    >
      {(opened) => <Pages opened={opened} />}
    </CaseScreen>
  );
}

function Pages({ opened }: { opened: OpenCase }) {
  const [query, setQuery] = useState("");
  const isSearching = query.trim() !== "";
  // The same element on every key, so that typing a search never draws the notes again.
  const list = useMemo(() => <NoteList opened={opened} />, [opened]);
  return (
    <div class="stack">
      <search>
        <TextField
          type="search"
          label={t("journal.search")}
          quietLabel
          placeholder={t("journal.searchShort")}
          value={query}
          onInput={setQuery}
        />
      </search>
      {isSearching && <SearchHits opened={opened} query={query} />}
      <div hidden={isSearching}>{list}</div>
    </div>
  );
}
