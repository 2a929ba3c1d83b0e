// The one thing to do with a letter now: show it before it is sent; after that, record that the answer came.

import { Check, FileText, Send } from "lucide-preact";
import { type Letter, letterEntries } from "../../../domain/letters/letterEntries";
import { sayItCame, sayItWasSent } from "../../../domain/letters/letters";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { addressOf } from "../../entries/entryNames";
import { Button, ButtonLink, Buttons } from "../../start/components/button";
import { today } from "../../start/localNow";
import { offerUndo } from "../../start/undo";
import { useOpened } from "../../start/useCase";

const t = messagesFrom(letterWords);

/** Renders nothing before anything was written: an empty letter is not kept. */
export function LetterDock({ letter }: { letter: Letter }) {
  const opened = useOpened();
  const { id } = letter;
  if (letterEntries.isBlank(letter)) return null;
  const isSent = letter.sentOn.value !== "";
  const isOver = letter.answeredOn.value !== "";
  const send = () => offerUndo(t("letter.saidSent"), sayItWasSent(opened.doc, opened.writer, id, today()));
  const receive = () => offerUndo(t("letter.saidCame"), sayItCame(opened.doc, opened.writer, id, today()));
  return (
    <Buttons>
      <ButtonLink look={isSent ? "quiet" : "main"} icon={FileText} href={`${addressOf("letters", id)}/sheet`}>
        {t("letter.show")}
      </ButtonLink>
      {!isSent && (
        <Button look="quiet" icon={Send} onClick={send}>
          {t("letter.sent")}
        </Button>
      )}
      {isSent && !isOver && (
        <Button icon={Check} onClick={receive}>
          {t("letter.came")}
        </Button>
      )}
    </Buttons>
  );
}
