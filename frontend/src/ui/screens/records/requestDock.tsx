// The one thing to do with a letter now: show it while it was not sent, say that the answer came once it was.
import { Check, FileText, Send } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { isEmptyRequest, requests } from "../../../domain/requestEntries";
import { sayItCame, sayItWasSent } from "../../../domain/requests";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letter.json";
import { addressOf } from "../../entryNames";
import { Button, ButtonLink, Buttons } from "../../start/components/button";
import { today } from "../../start/localNow";
import { offerUndo } from "../../start/undo";
import { useEntry } from "../../useEntry";

const t = messagesFrom(letterWords);

/** Nothing at all before anything was written: an empty letter is not kept. */
export function RequestDock({ opened, id }: { opened: OpenCase; id: string }) {
  const request = useEntry(opened, requests, id);
  if (request === null || isEmptyRequest(request)) return null;
  const isSent = request.sentOn.value !== "";
  const isOver = request.answeredOn.value !== "";
  const send = () => offerUndo(t("letter.saidSent"), sayItWasSent(opened.doc, opened.writer, id, today()));
  const receive = () => offerUndo(t("letter.saidCame"), sayItCame(opened.doc, opened.writer, id, today()));
  return (
    <Buttons>
      <ButtonLink look={isSent ? "quiet" : "main"} icon={FileText} href={`${addressOf("requests", id)}/letter`}>
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
