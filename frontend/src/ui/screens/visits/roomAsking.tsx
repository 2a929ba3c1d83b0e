// A question that comes to mind in the room. It is created with its first letter, after all others, and comes along to
// this visit.
import { ArrowRight } from "lucide-preact";
import { useState } from "preact/hooks";
import { questionEntries } from "../../../domain/questions/questionEntries";
import { addQuestion, comeAlong, editQuestion } from "../../../domain/questions/questions";
import { messagesFrom } from "../../../i18n";
import questionsWords from "../../../i18n/en/questions.json";
import visitWords from "../../../i18n/en/visit.json";
import { TextArea } from "../../components/textField";
import { useNothingLeftBehind } from "../../entries/useEntry";
import { Button } from "../../start/components/button";
import { useCaseValue, useOpened } from "../../start/useCase";
import { RoomHeading } from "./roomHeading";
import type { Room } from "./useRoom";

const t = messagesFrom(questionsWords, visitWords);

export function RoomAsking({ room }: { room: Room }) {
  const { doc, writer } = useOpened();
  const [id, setId] = useState("");
  const words = useCaseValue((now) => questionEntries.find(now, id)?.text ?? "");
  useNothingLeftBehind(questionEntries, id);
  const write = (text: string) => {
    if (id !== "") return editQuestion(doc, id, text);
    const added = addQuestion(doc, writer, text);
    comeAlong(doc, writer, added, room.visit.id, true);
    setId(added);
  };
  return (
    <>
      <RoomHeading takesFocus={false} isQuiet>
        {t("visitRoom.newQuestion")}
      </RoomHeading>
      <TextArea
        label={t("questions.text")}
        quietLabel
        rows={4}
        value={words}
        current={() => questionEntries.find(doc, id)?.text ?? ""}
        onInput={write}
        autoFocus
      />
      {words.trim() !== "" && (
        <Button icon={ArrowRight} onClick={() => room.ask(id)}>
          {t("visitRoom.askNow")}
        </Button>
      )}
    </>
  );
}
