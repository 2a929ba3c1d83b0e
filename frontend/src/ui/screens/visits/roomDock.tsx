// The large buttons of the room, in thumb reach. A place always has the same meaning: writing and showing above, how to
// go on below, and the ways out of the questions at the bottom.
import { ArrowRight, Check, ClipboardCheck, Pencil, Pill, Plus } from "lucide-preact";
import { notes } from "../../../domain/journal/notes";
import { firstQuestions } from "../../../domain/questions/firstQuestions";
import { addFromBank } from "../../../domain/questions/questionBank";
import { tickQuestion } from "../../../domain/questions/questions";
import { TOP_THREE } from "../../../domain/visits/room";
import { messagesFrom } from "../../../i18n";
import questionsWords from "../../../i18n/en/questions.json";
import visitWords from "../../../i18n/en/visit.json";
import { Button, ButtonLink } from "../../start/components/button";
import { useCaseValue, useOpened } from "../../start/useCase";
import type { Room } from "./useRoom";
import { stepAddress } from "./visitLinks";

const t = messagesFrom(questionsWords, visitWords);

export function RoomDock({ room }: { room: Room }) {
  const { view } = room;
  return (
    <div class="room-dock">
      {["note", "asking", "medicines"].includes(view) ? (
        <Button icon={ArrowRight} onClick={() => room.lookAside(null)}>
          {t(room.question ? "visitRoom.back" : "visitRoom.backToList")}
        </Button>
      ) : (
        <>
          <Aside room={room} />
          <div class="room-dock-row">
            <Onward room={room} />
          </div>
          <div class="room-ways">
            {(view !== "list" || room.order.length === 0) && (
              <ButtonLink look="plain" href={stepAddress(room.visit.id, "after")}>
                {t("visitAfter.sayBack")}
              </ButtonLink>
            )}
            <Button look="plain" onClick={room.end}>
              {t("visitRoom.end")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function Aside({ room: { visit, lookAside } }: { room: Room }) {
  const count = useCaseValue((doc) => notes(doc).filter((note) => note.visit.value === visit.id).length);
  return (
    <div class="room-dock-row room-aside">
      <Button look="quiet" icon={Pencil} onClick={() => lookAside("note")}>
        {count === 0 ? t("visitRoom.noteTitle") : t("visitRoom.notes", { count })}
      </Button>
      <Button look="quiet" icon={Plus} onClick={() => lookAside("asking")}>
        {t("visitRoom.newQuestion")}
      </Button>
      <Button look="quiet" icon={Pill} onClick={() => lookAside("medicines")}>
        {t("visitRoom.medicines")}
      </Button>
    </div>
  );
}

function Onward({ room }: { room: Room }) {
  const { doc, writer } = useOpened();
  const { view, question } = room;
  if (view === "opening") {
    return (
      <Button icon={ArrowRight} onClick={room.begin}>
        {t(room.order.length > 0 ? "visitRoom.begin" : "visitRoom.next")}
      </Button>
    );
  }
  if (question === null) {
    if (room.order.length === 0) return <AskThree room={room} />;
    return (
      <ButtonLink icon={ClipboardCheck} href={stepAddress(room.visit.id, "after")}>
        {t("visitAfter.sayBack")}
      </ButtonLink>
    );
  }
  if (question.answeredAt !== null) {
    return (
      <>
        <Button look="quiet" onClick={() => tickQuestion(doc, writer, question.id, false)}>
          {t("visitRoom.notAnswered")}
        </Button>
        <Button icon={ArrowRight} onClick={room.later}>
          {t("visitRoom.next")}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button look="quiet" onClick={room.later}>
        {t("visitRoom.later")}
      </Button>
      <Button icon={Check} onClick={room.answered}>
        {t("visitRoom.answeredNext")}
      </Button>
    </>
  );
}

/** Nobody should stand before the doctor without a question: the first three of their own, else three that fit anyone. */
function AskThree({ room: { aside, bring } }: { room: Room }) {
  const { doc, writer } = useOpened();
  const own = aside.slice(0, TOP_THREE).map(({ id }) => id);
  const ideas = () => addFromBank(doc, writer, firstQuestions("unsure"), (id) => t(`bank.ideas.${id}`));
  return (
    <Button icon={ArrowRight} onClick={() => bring(own.length > 0 ? own : ideas())}>
      {t(own.length > 0 ? "visitRoom.askMine" : "visitRoom.askThese")}
    </Button>
  );
}
