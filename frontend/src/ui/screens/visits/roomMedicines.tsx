// What the doctor may want to see at once: medicines, allergies, illnesses, in large letters. It stands in the room itself, so
// that the person comes back to the question with one tap.
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { Sheet } from "../health/show";
import { RoomHeading } from "./roomHeading";

const t = messagesFrom(visitWords);

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
