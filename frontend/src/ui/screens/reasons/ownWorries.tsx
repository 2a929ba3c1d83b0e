// Worries that are not on the guide's list, in the patient's own words. A blank one is not kept.

import { Plus, Trash } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import { deleteEntry, restoreEntry } from "../../../domain/case/entries";
import { type Reason, reasonEntries, reasons } from "../../../domain/reasons/reasons";
import { reasonsOf } from "../../../domain/reasons/ticking";
import { messagesFrom } from "../../../i18n";
import entriesWords from "../../../i18n/en/entries.json";
import reasonsWords from "../../../i18n/en/reasons.json";
import { TextArea } from "../../components/textField";
import { Button } from "../../start/components/button";
import { offerUndo } from "../../start/undo";
import { useOpened } from "../../start/useCase";

const t = messagesFrom(entriesWords, reasonsWords);

export function OwnWorries({ all }: { all: readonly Reason[] }) {
  const opened = useOpened();
  const around = useRef<HTMLParagraphElement>(null);
  const [fresh, setFresh] = useState("");
  useNoneLeftEmpty(opened);
  const remove = (id: string) => {
    deleteEntry(opened.doc, "reasons", id, opened.writer);
    offerUndo(t("entryKind.deletedOne.reasons"), () => restoreEntry(opened.doc, "reasons", id));
    // The button that was pressed is gone.
    around.current?.focus({ preventScroll: true });
  };
  return (
    <section class="stack">
      <p ref={around} tabIndex={-1}>
        {t("reasons.ownWhy")}
      </p>
      {reasonsOf(all, "own").map(({ id, words }) => (
        <div key={id} class="own-worry">
          <TextArea
            label={t("reasons.ownWords")}
            rows={2}
            value={words}
            current={() => reasonEntries.find(opened.doc, id)?.words ?? words}
            onInput={(next) => reasonEntries.write(opened.doc, id, "words", next)}
            autoFocus={id === fresh}
          />
          <Button look="plain" icon={Trash} removes onClick={() => remove(id)}>
            {t("entry.delete")}
          </Button>
        </div>
      ))}
      <Button look="quiet" icon={Plus} onClick={() => setFresh(reasonEntries.add(opened.doc, opened.writer))}>
        {t("reasons.ownAdd")}
      </Button>
    </section>
  );
}

function useNoneLeftEmpty(opened: OpenCase): void {
  useEffect(
    () => () => {
      for (const { id, author } of reasonsOf(reasons(opened.doc), "own")) {
        // A companion may be about to write into theirs.
        if (author === opened.writer.author) reasonEntries.takeBack(opened.doc, opened.writer, id);
      }
    },
    [opened],
  );
}
