// One case in the list. Its name is edited in place; archiving can be undone and loses nothing.
import { Archive, Pencil } from "lucide-preact";
import { useState } from "preact/hooks";
import type { BookCase, CaseBook } from "../../../cases/documents/book";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import caseListWords from "../../../i18n/en/caseList.json";
import { Chip } from "../../components/chip";
import { ConflictField } from "../../components/conflictField";
import { TextField } from "../../components/textField";
import { Button, SubmitButton } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { isolated } from "../../start/isolate";
import { navigate } from "../../start/router";
import { useServices } from "../../start/services";
import { whoseText } from "../../start/statusText";
import { offerUndo } from "../../start/undo";
import { caseTitle } from "../../start/useBook";
import "./caseCard.css";

const t = messagesFrom(caseListWords);

type Props = { book: CaseBook; entry: BookCase; isCurrent: boolean };

export function CaseCard({ book, entry, isCurrent }: Props) {
  const [renaming, setRenaming] = useState(false);
  return (
    <Card heading={<bdi>{caseTitle(entry)}</bdi>} kicker={t("caseList.since", { date: dayText(entry.createdAt) })}>
      {isCurrent && (
        <p>
          <Chip>{t("caseList.onScreen")}</Chip>
        </p>
      )}
      {entry.from !== null && <p>{t("caseList.from", { phone: isolated(entry.from) })}</p>}
      {entry.companion && <p>{whoseText(entry.companion, undefined)}</p>}
      {renaming && <Rename book={book} entry={entry} onDone={() => setRenaming(false)} />}
      <ConflictField
        label={t("caseList.name")}
        field={entry.title}
        onChoose={(title) => void book.rename(entry.id, title)}
      />
      {entry.archivedAt !== null && (
        <Button look="quiet" onClick={() => void book.setArchived(entry.id, false)}>
          {t("caseList.bringBack")}
        </Button>
      )}
      {!renaming && entry.archivedAt === null && (
        <Actions book={book} entry={entry} isCurrent={isCurrent} onRename={() => setRenaming(true)} />
      )}
    </Card>
  );
}

function Actions({ book, entry, isCurrent, onRename }: Props & { onRename: () => void }) {
  const { settings } = useServices();
  const show = () => {
    settings.currentCase.value = entry.id;
    navigate("/");
  };
  const archive = async () => {
    await book.setArchived(entry.id, true);
    if (settings.currentCase.value === entry.id) settings.currentCase.value = "";
    offerUndo(t("caseList.archived"), () => void book.setArchived(entry.id, false));
  };
  return (
    <>
      {!isCurrent && (
        <Button look="quiet" onClick={show}>
          {t("caseList.open")}
        </Button>
      )}
      <div class="case-actions">
        <Button look="plain" icon={Pencil} onClick={onRename}>
          {t("caseList.rename")}
        </Button>
        <Button look="plain" icon={Archive} removes onClick={() => void archive()}>
          {t("caseList.archive")}
        </Button>
      </div>
    </>
  );
}

function Rename({ book, entry, onDone }: { book: CaseBook; entry: BookCase; onDone: () => void }) {
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <TextField
        label={t("caseList.name")}
        value={entry.title.value}
        onInput={(title) => void book.rename(entry.id, title)}
        autoFocus
      />
      <SubmitButton>{t("caseList.renameDone")}</SubmitButton>
    </form>
  );
}
