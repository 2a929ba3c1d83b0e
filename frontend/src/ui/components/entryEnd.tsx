// What every entry has besides its own fields: the way to delete it, and what stands in its place when it is not there.
import { RotateCcw, Trash } from "lucide-preact";
import type { OpenCase } from "../../cases/book";
import { type EntryKind, restoreEntry } from "../../domain/entries";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import { isDeleted } from "../deletedEntries";
import { Button } from "../start/components/button";
import { useCaseValue } from "../start/useCase";
import { deleteWithUndo } from "../useEntry";

const t = messagesFrom(entriesWords);

type Props = { opened: OpenCase; kind: EntryKind; id: string };

export function DeleteEntry({ opened, kind, id, up }: Props & { up: string }) {
  return (
    <Button look="plain" icon={Trash} removes onClick={() => deleteWithUndo(opened, kind, id, up)}>
      {t("entry.delete")}
    </Button>
  );
}

export function EntryGone({ opened, kind, id }: Props) {
  const deleted = useCaseValue(opened, (doc) => isDeleted(doc, kind, id));
  if (!deleted) return <p>{t("entry.goneText")}</p>;
  return (
    <div class="stack">
      <p>{t("entry.deletedText")}</p>
      <Button icon={RotateCcw} onClick={() => restoreEntry(opened.doc, kind, id)}>
        {t("entry.restore")}
      </Button>
    </div>
  );
}
