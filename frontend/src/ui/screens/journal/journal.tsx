// The journal: a link to the search, the notes, and the button that is always in thumb reach.
import { Pencil, Search } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import journalWords from "../../../i18n/en/journal.json";
import { CaseScreen } from "../../components/caseScreen";
import { ButtonLink } from "../../start/components/button";
import { NoteList } from "./noteList";

const t = messagesFrom(frameWords, journalWords);

export function Journal() {
  return (
    <CaseScreen
      title={t("nav.notes")}
      tab="page"
      dock={
        <ButtonLink href="/journal/note/new" icon={Pencil}>
          {t("journal.write")}
        </ButtonLink>
      }
    >
      <div class="stack">
        <ButtonLink href="/search" icon={Search} look="quiet">
          {t("nav.search")}
        </ButtonLink>
        <NoteList />
      </div>
    </CaseScreen>
  );
}
