// All questions of the visit at a glance: which have an answer, which are still open. Each one opens again, answered or not.
import "../../../i18n/words/visit";
import { Check, ChevronRight } from "lucide-preact";
import type { Question } from "../../../domain/questionEntries";
import { t } from "../../../i18n";
import { Icon } from "../../components/icon";
import { Said } from "../../components/said";
import { RoomHeading } from "./roomHeading";
import { answeredText } from "./roomQuestion";
import type { Room } from "./useRoom";

export function RoomList({ room }: { room: Room }) {
  const { order } = room;
  const open = order.filter(({ answeredAt }) => answeredAt === null).length;
  return (
    <>
      <RoomHeading takesFocus={room.hasMoved} isQuiet>
        {t("visitRoom.listTitle")}
      </RoomHeading>
      <p>{stateText(order.length, open)}</p>
      <ol class="room-list">
        {order.map((question, at) => (
          <li key={question.id} class="row">
            <button type="button" class="row-link room-row" onClick={() => room.ask(question.id)}>
              <span class="quiet">{at + 1}</span>
              <span class="row-words">
                <Said text={question.text} />
                <Mark question={question} />
              </span>
              <ChevronRight class="icon row-arrow" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      {order.length > 0 && open === 0 && <p>{t("visitRoom.nothingElse")}</p>}
    </>
  );
}

function Mark({ question: { answeredAt, answer } }: { question: Question }) {
  if (answeredAt === null) {
    return <span class="quiet">{answer.trim() === "" ? t("visitRoom.openMark") : t("visitRoom.written")}</span>;
  }
  return (
    <span class="quiet room-mark">
      <Icon of={Check} small />
      {answeredText(answeredAt)}
    </span>
  );
}

function stateText(all: number, open: number): string {
  if (all === 0) return t("visitRoom.noQuestions");
  return open === 0 ? t("visitRoom.allAnswered") : t("visitRoom.stillOpen", { count: open });
}
