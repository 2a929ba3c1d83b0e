// Worries that are not on the guide's list, in the patient's own words. One that was never written is not left behind.
import { Plus, Trash } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import { type Concern, concernEntries, concerns } from "../../../domain/concerns";
import { deleteEntry, restoreEntry } from "../../../domain/entries";
import { concernsOf } from "../../../domain/selfCheck";
import { messagesFrom } from "../../../i18n";
import entriesWords from "../../../i18n/en/entries.json";
import whetherWords from "../../../i18n/en/whether.json";
import { TextArea } from "../../components/textField";
import { Button } from "../../start/components/button";
import { offerUndo } from "../../start/undo";

const t = messagesFrom(entriesWords, whetherWords);

export function OwnWorries({ opened, all }: { opened: OpenCase; all: readonly Concern[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [fresh, setFresh] = useState("");
  useNoneLeftEmpty(opened);
  const remove = (id: string) => {
    deleteEntry(opened.doc, "concerns", id, opened.writer);
    offerUndo(t("entryKind.deletedOne.concerns"), () => restoreEntry(opened.doc, "concerns", id));
    // The button that was used is gone.
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <section class="stack">
      <h2 ref={heading} tabIndex={-1}>
        {t("whether.own")}
      </h2>
      <p>{t("whether.ownWhy")}</p>
      {concernsOf(all, "own").map(({ id, words }) => (
        <div key={id} class="own-worry">
          <TextArea
            label={t("whether.ownWords")}
            rows={2}
            value={words}
            current={() => concernEntries.find(opened.doc, id)?.words ?? words}
            onInput={(next) => concernEntries.write(opened.doc, id, "words", next)}
            autoFocus={id === fresh}
          />
          <Button look="plain" icon={Trash} removes onClick={() => remove(id)}>
            {t("entry.delete")}
          </Button>
        </div>
      ))}
      <Button look="quiet" icon={Plus} onClick={() => setFresh(concernEntries.add(opened.doc, opened.writer))}>
        {t("whether.ownAdd")}
      </Button>
    </section>
  );
}

function useNoneLeftEmpty(opened: OpenCase): void {
  useEffect(
    () => () => {
      for (const { id, author, words } of concernsOf(concerns(opened.doc), "own")) {
        // Someone else may be about to write into theirs.
        if (author === opened.writer.author && words.trim() === "") {
          deleteEntry(opened.doc, "concerns", id, opened.writer);
        }
      }
    },
    [opened],
  );
}
