// The one thing to say about a letter now: that it was sent; after that, that the answer came.

import { Check, Send } from "lucide-preact";
import type { Letter } from "../../../domain/letters/letterEntries";
import { sayItCame, sayItWasSent } from "../../../domain/letters/letters";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { Button } from "../../start/components/button";
import { today } from "../../start/localNow";
import { offerUndo } from "../../start/undo";
import { useOpened } from "../../start/useCase";

const t = messagesFrom(letterWords);

/** Renders nothing once the answer is here. */
export function LetterDock({ letter }: { letter: Letter }) {
  const opened = useOpened();
  const { id } = letter;
  const isSent = letter.sentOn.value !== "";
  const isOver = letter.answeredOn.value !== "";
  const send = () => offerUndo(t("letter.saidSent"), sayItWasSent(opened.doc, opened.writer, id, today()));
  const receive = () => offerUndo(t("letter.saidCame"), sayItCame(opened.doc, opened.writer, id, today()));
  if (isOver) return null;
  return (
    <Button icon={isSent ? Check : Send} onClick={isSent ? receive : send}>
      {t(isSent ? "letter.came" : "letter.sent")}
    </Button>
  );
}
