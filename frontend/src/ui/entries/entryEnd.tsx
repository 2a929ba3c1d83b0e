// What every entry page has besides its fields: the delete button, and what is shown when the entry is not there.
import { RotateCcw, Trash } from "lucide-preact";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type EntryKind, restoreEntry } from "../../domain/case/entries";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import { Button } from "../start/components/button";
import { useCaseValue, useOpened } from "../start/useCase";
import { isDeleted } from "./deletedEntries";
import { deleteWithUndo } from "./useEntry";

const t = messagesFrom(entriesWords);

type Props = { kind: EntryKind; id: string };

/** The entry of this page, and the screen above it. */
export const EntryContext = createContext<(Props & { up: string }) | null>(null);

export function DeleteEntry(given: (Props & { up: string }) | Record<string, never>) {
  const opened = useOpened();
  const here = useContext(EntryContext) ?? given;
  return (
    <Button look="plain" icon={Trash} removes onClick={() => deleteWithUndo(opened, here.kind, here.id, here.up)}>
      {t("entry.delete")}
    </Button>
  );
}

export function EntryGone({ kind, id }: Props) {
  const opened = useOpened();
  const deleted = useCaseValue((doc) => isDeleted(doc, kind, id));
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
