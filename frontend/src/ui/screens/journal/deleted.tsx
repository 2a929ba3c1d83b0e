// What was deleted, and how to bring it back.

import { RotateCcw } from "lucide-preact";
import { restoreEntry } from "../../../domain/case/entries";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import entriesWords from "../../../i18n/en/entries.json";
import journalWords from "../../../i18n/en/journal.json";
import { CaseScreen } from "../../components/caseScreen";
import { type Deleted, deletedEntries } from "../../entries/deletedEntries";
import { announce } from "../../start/announce";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { useOpened } from "../../start/useCase";
import { excerpt } from "../../text/excerpt";

const t = messagesFrom(entriesWords, journalWords);

export function DeletedList() {
  return (
    <CaseScreen title={t("journal.deletedTitle")} back="/journal">
      <Entries />
    </CaseScreen>
  );
}

function Entries() {
  const opened = useOpened();
  const entries = deletedEntries(opened.doc);
  if (entries.length === 0) return <p>{t("journal.deletedNone")}</p>;
  return (
    <div class="stack">
      <p>{t("journal.deletedWhy")}</p>
      {entries.map((entry) => (
        <DeletedCard key={entry.id} entry={entry} />
      ))}
    </div>
  );
}

function DeletedCard({ entry }: { entry: Deleted }) {
  const opened = useOpened();
  const restore = () => {
    restoreEntry(opened.doc, entry.kind, entry.id);
    announce(t("journal.restored"));
  };
  return (
    <Card kicker={t(`entryKind.kinds.${entry.kind}`)}>
      <p dir="auto">{excerpt(entry.text)}</p>
      <p class="quiet">{t("journal.deletedOn", { date: dayText(entry.deletedAt) })}</p>
      <Button look="quiet" icon={RotateCcw} onClick={restore}>
        {t("entry.restore")}
      </Button>
    </Card>
  );
}
