// The journal: its lines, with searching and writing always in thumb reach.
import { Pencil, Search } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import journalWords from "../../../i18n/en/journal.json";
import { CaseScreen } from "../../components/caseScreen";
import { ButtonLink, Buttons } from "../../start/components/button";
import { NoteList } from "./noteList";

const t = messagesFrom(frameWords, journalWords);

export function Journal() {
  return (
    <CaseScreen
      title={t("nav.notes")}
      tab="page"
      dock={
        <Buttons>
          <ButtonLink href="/search" icon={Search} look="quiet">
            {t("nav.search")}
          </ButtonLink>
          <ButtonLink href="/journal/note/new" icon={Pencil}>
            {t("journal.write")}
          </ButtonLink>
        </Buttons>
      }
    >
      <NoteList />
    </CaseScreen>
  );
}
