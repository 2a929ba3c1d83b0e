// In the doctor's room: one question per screen, in large type, with space for the answer; nothing around it but "Get
// help now". Every letter goes straight into the case, so a call, a dark screen or a dead battery loses none.
import { type Visit, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { CaseScreen } from "../../components/caseScreen";
import { EntryGone } from "../../entries/entryEnd";
import { visitName } from "../../entries/entryNames";
import { useEntry } from "../../entries/useEntry";
import { isolated } from "../../start/isolate";
import type { Params } from "../../start/router";
import { useServices } from "../../start/services";
import { brief } from "../../text/excerpt";
import { Sheet } from "../health/show";
import { useScreenAwake } from "./awake";
import { RoomAsking } from "./roomAsking";
import { RoomDock } from "./roomDock";
import { RoomHeading } from "./roomHeading";
import { RoomList } from "./roomList";
import { RoomNote } from "./roomNote";
import { RoomOpening, RoomQuestion } from "./roomQuestion";
import { type Room, useRoom } from "./useRoom";
import { visitAddress } from "./visitLinks";
import "./room.css";

const t = messagesFrom(visitWords);

export function DuringVisit({ params }: { params: Params }) {
  const id = params.id ?? "";
  const current = useServices().openCase.value;
  if (current.state === "open") return <Found id={id} />;
  return (
    <CaseScreen title={t("visitRoom.plainTitle")} back={visitAddress(id)}>
      {null}
    </CaseScreen>
  );
}

function Found({ id }: { id: string }) {
  const visit = useEntry(visits, id);
  if (visit) return <InTheRoom visit={visit} />;
  return (
    <CaseScreen title={t("visitRoom.plainTitle")} back="/case/visits">
      <EntryGone kind="visits" id={id} />
    </CaseScreen>
  );
}

function InTheRoom({ visit }: { visit: Visit }) {
  const room = useRoom(visit);
  useScreenAwake();
  return (
    <CaseScreen
      title={titleOf(visit)}
      documentTitle={t("visitRoom.plainTitle")}
      back={visitAddress(visit.id)}
      dock={<RoomDock room={room} />}
      withoutNav
    >
      <div class="room">
        <View room={room} />
      </div>
    </CaseScreen>
  );
}

/** A visit without a name is not named after anyone. */
function titleOf(visit: Visit): string {
  const isNamed = `${visit.who.value}${visit.where.value}`.trim() !== "";
  return isNamed ? t("visitRoom.title", { who: isolated(brief(visitName(visit))) }) : t("visitRoom.plainTitle");
}

function View({ room }: { room: Room }) {
  switch (room.view) {
    case "opening":
      return <RoomOpening room={room} />;
    case "question":
      return room.question && <RoomQuestion key={room.question.id} room={room} question={room.question} />;
    case "list":
      return <RoomList room={room} />;
    case "asking":
      return <RoomAsking room={room} />;
    case "note":
      return <RoomNote visit={room.visit.id} />;
    case "medicines":
      return <RoomMedicines />;
  }
}

// What the doctor may want to see at once: medicines, allergies, illnesses, in large type. It is part of the room's
// screen, so that the person is one tap away from the question.
export function RoomMedicines() {
  return (
    <>
      <RoomHeading takesFocus isQuiet>
        {t("visitRoom.medicinesTitle")}
      </RoomHeading>
      <Sheet />
    </>
  );
}
