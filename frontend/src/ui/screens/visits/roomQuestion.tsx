// The first words of a visit, or one question with its answer, alone on the screen in large type.
import { Check, ListOrdered } from "lucide-preact";
import type { CaseDoc } from "../../../domain/case/document";
import { type Question, questions } from "../../../domain/questions/questionEntries";
import { editAnswer, tickQuestion } from "../../../domain/questions/questions";
import { messagesFrom } from "../../../i18n";
import { dayOfInstant, dayText, timeText } from "../../../i18n/dates";
import visitWords from "../../../i18n/en/visit.json";
import { TextArea } from "../../components/textField";
import { shownText } from "../../entries/entryNames";
import { Button } from "../../start/components/button";
import { Icon } from "../../start/components/icon";
import { today } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import { openingOf } from "./openingLines";
import { RoomHeading } from "./roomHeading";
import type { Room } from "./useRoom";

const t = messagesFrom(visitWords);

export function RoomOpening({ room }: { room: Room }) {
  const words = openingOf(room.visit);
  const isOwn = room.visit.opening.value.trim() !== "";
  return (
    <>
      <RoomHeading takesFocus={false} isQuiet>
        {t("visitRoom.firstWords")}
      </RoomHeading>
      {!isOwn && <p>{t(words === "" ? "visitBefore.openingWhyFirst" : "visitRoom.noOpening")}</p>}
      <p class="room-large" dir="auto">
        {words}
      </p>
    </>
  );
}

export function RoomQuestion({ room, question }: { room: Room; question: Question }) {
  const opened = useOpened();
  const { order } = room;
  const { id } = question;
  return (
    <>
      <div class="room-position">
        <p class="kicker">{t("visitRoom.position", { at: order.indexOf(question) + 1, count: order.length })}</p>
        <Button look="plain" icon={ListOrdered} onClick={() => room.ask(null)}>
          {t("visitRoom.list")}
        </Button>
      </div>
      <RoomHeading takesFocus={room.hasMoved}>{shownText(question.text)}</RoomHeading>
      <TextArea
        label={t("visitRoom.answer")}
        tall
        rows={6}
        value={question.answer}
        current={() => find(opened.doc, id)?.answer ?? question.answer}
        onInput={(answer) => editAnswer(opened.doc, opened.writer, id, answer, room.visit.id)}
      />
      {question.answeredAt !== null && (
        <div class="room-answered">
          <p class="room-mark">
            <Icon of={Check} small />
            {answeredText(question.answeredAt)}
          </p>
          <Button look="plain" onClick={() => tickQuestion(opened.doc, opened.writer, id, false)}>
            {t("visitRoom.notAnswered")}
          </Button>
        </div>
      )}
    </>
  );
}

/** The time if it was answered today, otherwise the day. */
export function answeredText(answeredAt: string): string {
  const isToday = dayOfInstant(answeredAt) === today();
  return isToday
    ? t("visitRoom.answered", { time: timeText(answeredAt) })
    : t("visitRoom.answeredOn", { date: dayText(answeredAt) });
}

function find(doc: CaseDoc, id: string): Question | undefined {
  return questions(doc).find((question) => question.id === id);
}
