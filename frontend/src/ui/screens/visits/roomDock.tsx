// The large buttons of the room, in thumb reach. A place always has the same meaning: side actions above, how to go on
// below.
import { ArrowRight, Check, DoorOpen, ListOrdered, Pencil, Pill } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { Button } from "../../start/components/button";
import type { Room } from "./useRoom";

const t = messagesFrom(visitWords);

export function RoomDock({ room }: { room: Room }) {
  if (room.view === "note" || room.view === "medicines") {
    return (
      <div class="room-dock">
        <Button icon={ArrowRight} onClick={() => room.lookAside(null)}>
          {room.question ? t("visitRoom.back") : t("visitRoom.backToList")}
        </Button>
      </div>
    );
  }
  return (
    <div class="room-dock">
      <div class="room-dock-row">
        <Button look="quiet" icon={Pencil} onClick={() => room.lookAside("note")}>
          {t("visitRoom.quickNote")}
        </Button>
        <Button look="quiet" icon={Pill} onClick={() => room.lookAside("medicines")}>
          {t("visitRoom.medicines")}
        </Button>
      </div>
      <Onward room={room} />
    </div>
  );
}

function Onward({ room }: { room: Room }) {
  if (room.view === "opening") {
    return (
      <div class="room-dock-row">
        <Button icon={ArrowRight} onClick={room.begin}>
          {room.order.length > 0 ? t("visitRoom.begin") : t("visitRoom.next")}
        </Button>
      </div>
    );
  }
  if (room.view === "list") {
    return (
      <div class="room-dock-row">
        <Button icon={DoorOpen} onClick={room.end}>
          {t("visitRoom.end")}
        </Button>
      </div>
    );
  }
  if (room.question?.answeredAt === null) {
    return (
      <div class="room-dock-row">
        <Button look="quiet" onClick={room.later}>
          {t("visitRoom.later")}
        </Button>
        <Button icon={Check} onClick={room.answered}>
          {t("visitRoom.answeredNext")}
        </Button>
      </div>
    );
  }
  return (
    <div class="room-dock-row">
      <Button look="quiet" icon={ListOrdered} onClick={() => room.ask(null)}>
        {t("visitRoom.list")}
      </Button>
      <Button icon={ArrowRight} onClick={room.later}>
        {t("visitRoom.next")}
      </Button>
    </div>
  );
}
