// What the doctor may want to see at once: medicines, allergies, illnesses, in large letters. It stands in the room itself, so
// that the person comes back to the question with one tap.
import "../../../i18n/words/visit";
import type { OpenCase } from "../../../cases/book";
import { t } from "../../../i18n";
import { Sheet } from "../health/show";
import { RoomHeading } from "./roomHeading";

export function RoomMedicines({ opened }: { opened: OpenCase }) {
  return (
    <>
      <RoomHeading takesFocus isQuiet>
        {t("visitRoom.medicinesTitle")}
      </RoomHeading>
      <Sheet opened={opened} />
    </>
  );
}
