// The first words of a visit, or one question with its answer, alone on the screen in large type. The box that one
// writes in has all the space that is left and stays where it is: nothing above it changes its height.
import type { Question } from "../../../domain/questions/questionEntries";
import { messagesFrom } from "../../../i18n";
import { dayOfInstant, dayText, timeText } from "../../../i18n/dates";
import visitWords from "../../../i18n/en/visit.json";
import { TextArea } from "../../components/textField";
import { shownText } from "../../entries/entryNames";
import { Button } from "../../start/components/button";
import { today } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import { openingOf } from "./openingLines";
import { useOwnAnswer } from "./ownAnswer";
import { RoomHeading } from "./roomHeading";
import type { Room } from "./useRoom";

const t = messagesFrom(visitWords);

export function RoomOpening({ room }: { room: Room }) {
  const words = openingOf(useOpened().doc, room.visit);
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
  const { order } = room;
  const { answeredAt } = question;
  const own = useOwnAnswer(question, room.visit.id);
  const position = t("visitRoom.position", { at: order.indexOf(question) + 1, count: order.length });
  return (
    <>
      <div class="room-position">
        {/* One line whether answered or not: the box below must not move. */}
        <p class="kicker">{answeredAt === null ? position : answeredText(answeredAt)}</p>
        <Button look="plain" onClick={() => room.ask(null)}>
          {t("visitRoom.list")}
        </Button>
      </div>
      <RoomHeading takesFocus={room.hasMoved}>{shownText(question.text)}</RoomHeading>
      <TextArea label={t("visitRoom.answer")} quietLabel tall rows={4} {...own} />
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
