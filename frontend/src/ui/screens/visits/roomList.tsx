// All questions of the visit at a glance: which have an answer, which are still open. Each can be opened again,
// answered or not. Where there are none, three are one tap away.
import { Check, ChevronRight, CirclePlus } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { firstQuestions } from "../../../domain/questions/firstQuestions";
import type { Question } from "../../../domain/questions/questionEntries";
import { messagesFrom } from "../../../i18n";
import questionsWords from "../../../i18n/en/questions.json";
import visitWords from "../../../i18n/en/visit.json";
import { Said } from "../../components/said";
import { Icon } from "../../start/components/icon";
import { RoomHeading } from "./roomHeading";
import { answeredText } from "./roomQuestion";
import type { Room } from "./useRoom";

const t = messagesFrom(questionsWords, visitWords);

export function RoomList({ room }: { room: Room }) {
  const { order } = room;
  const open = order.filter(({ answeredAt }) => answeredAt === null).length;
  return (
    <>
      <RoomHeading takesFocus={room.hasMoved} isQuiet>
        {t("visitRoom.listTitle")}
      </RoomHeading>
      {order.length > 0 && <p>{stateText(open)}</p>}
      <ol class="room-list">
        {order.map((question, at) => (
          <Row key={question.id} question={question} onOpen={room.ask}>
            {at + 1}
          </Row>
        ))}
      </ol>
      {order.length + room.aside.length === 0 && (
        <>
          <p>{t("visitRoom.noQuestions")}</p>
          <ol>
            {firstQuestions("unsure").map(({ id }) => (
              <li key={id}>{t(`bank.ideas.${id}`)}</li>
            ))}
          </ol>
        </>
      )}
      {order.length > 0 && open === 0 && <p>{t("visitRoom.nothingElse")}</p>}
      <Aside room={room} />
    </>
  );
}

/** Questions left out of this visit are one tap away: in the room it may turn out that this is the doctor to ask. */
function Aside({ room }: { room: Room }) {
  if (room.aside.length === 0) return null;
  return (
    <section>
      <h3>{t("visitRoom.aside")}</h3>
      <p>{t("visitRoom.asideHint")}</p>
      <ul class="room-list">
        {room.aside.map((question) => (
          <Row key={question.id} question={question} onOpen={(id) => room.bring([id])}>
            <Icon of={CirclePlus} />
          </Row>
        ))}
      </ul>
    </section>
  );
}

type RowProps = { question: Question; onOpen: (id: string) => void; children: ComponentChildren };

function Row({ question, onOpen, children }: RowProps) {
  return (
    <li class="row">
      <button type="button" class="row-link room-row" onClick={() => onOpen(question.id)}>
        <span class="quiet">{children}</span>
        <span class="row-words">
          <Said text={question.text} />
          <Mark question={question} />
        </span>
        <ChevronRight class="icon row-arrow" aria-hidden="true" />
      </button>
    </li>
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

function stateText(open: number): string {
  return open === 0 ? t("visitRoom.allAnswered") : t("visitRoom.stillOpen", { count: open });
}
