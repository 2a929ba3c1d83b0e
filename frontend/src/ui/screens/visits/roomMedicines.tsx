// The medicines in large letters, to read out or to hold towards the doctor. "None" and "not recorded" are told apart.
import "../../../i18n/words/visit";
import { Eye } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { type Medicine, medicineList } from "../../../domain/medicines";
import { t } from "../../../i18n";
import { ButtonLink } from "../../components/button";
import { shownText } from "../../entryNames";
import { useChanges } from "../../useCase";
import { medicineDetail, settled } from "../health/lines";
import { RoomHeading } from "./roomHeading";

export function RoomMedicines({ opened }: { opened: OpenCase }) {
  useChanges(opened);
  const list = medicineList(opened.doc);
  return (
    <>
      <RoomHeading takesFocus isQuiet>
        {t("visitRoom.medicinesTitle")}
      </RoomHeading>
      {list.state === "not-recorded" && <p>{t("visitRoom.medicinesNotRecorded")}</p>}
      {list.state === "none" && <p class="room-large">{t("visitRoom.medicinesNone")}</p>}
      {list.state === "listed" && (
        <ul class="room-medicines">
          {list.medicines.map((medicine) => (
            <Taken key={medicine.id} medicine={medicine} />
          ))}
        </ul>
      )}
      <ButtonLink look="plain" icon={Eye} href="/case/show">
        {t("visitBefore.medicinesShow")}
      </ButtonLink>
    </>
  );
}

/** Where two phones wrote different values, both are shown: a doctor must not be given one of two doses by chance. */
function Taken({ medicine }: { medicine: Medicine }) {
  const detail = medicineDetail(medicine);
  return (
    <li>
      <bdi class="room-large">{shownText(settled(medicine.name))}</bdi>
      {detail !== "" && <bdi>{detail}</bdi>}
    </li>
  );
}
