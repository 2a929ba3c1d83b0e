// The medicines. "I take none" is an answer with a date; "not recorded" only means that nobody has written anything
// yet.

import { Eye, Pill } from "lucide-preact";
import {
  addMedicine,
  isStopped,
  type Medicine,
  medicineEntries,
  medicineList,
  setNoMedicines,
} from "../../../domain/health/medicines";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import medicinesWords from "../../../i18n/en/medicines.json";
import { AddInPlace, useAdding } from "../../components/addInPlace";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { addressOf, shownText } from "../../entries/entryNames";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { LinkRow, Rows } from "../../start/components/rows";
import { useOpened } from "../../start/useCase";
import { settled } from "../../text/settled";
import { medicineDetail } from "./lines";
import { ByOthers } from "./medicineBy";

const t = messagesFrom(medicinesWords);

export function Medicines() {
  return (
    <CaseScreen title={t("medicines.title")} back="/case/health" dock={<Show />}>
      <Taken />
    </CaseScreen>
  );
}

function Show() {
  const opened = useOpened();
  if (medicineList(opened.doc).state === "not-recorded") return null;
  return (
    <ButtonLink href="/case/show" icon={Eye}>
      {t("medicines.show")}
    </ButtonLink>
  );
}

function Taken() {
  const { doc } = useOpened();
  const adding = useAdding(medicineEntries, "name", addMedicine);
  const list = medicineList(doc);
  const listed = list.state === "listed" ? list.medicines.filter(({ id }) => id !== adding.id) : [];
  const stopped = listed.filter(isStopped);
  return (
    <div class="stack">
      {list.state === "none" && <None since={list.since} />}
      {list.state !== "none" && listed.length === 0 && <NotRecorded />}
      {listed.length > 0 && <TakenNow medicines={listed.filter((one) => !isStopped(one))} />}
      <AddInPlace adding={adding} label={t("medicines.add")} />
      {listed.length > 0 && <p class="quiet">{t("medicines.doNotChange")}</p>}
      {stopped.length > 0 && <h2>{t("medicines.stopped")}</h2>}
      <MedicineRows label={t("medicines.stopped")} medicines={stopped} />
      <ButtonLink look="plain" href="/guide/card/D2">
        {t("medicines.readMore")}
      </ButtonLink>
    </div>
  );
}

function TakenNow({ medicines }: { medicines: readonly Medicine[] }) {
  if (medicines.length === 0) return <p>{t("medicines.noneNow")}</p>;
  return <MedicineRows label={t("medicines.title")} medicines={medicines} />;
}

function None({ since }: { since: string }) {
  const { doc, writer } = useOpened();
  return (
    <Card heading={t("medicines.noneTitle")}>
      <p>{t("medicines.noneSince", { date: dayText(since) })}</p>
      <Button look="quiet" onClick={() => setNoMedicines(doc, writer, false)}>
        {t("medicines.noneBack")}
      </Button>
    </Card>
  );
}

function NotRecorded() {
  const { doc, writer } = useOpened();
  return (
    <EmptyState
      icon={Pill}
      title={t("medicines.emptyTitle")}
      why={t("medicines.emptyWhy")}
      example={t("medicines.emptyExample")}
    >
      <Button look="quiet" onClick={() => setNoMedicines(doc, writer, true)}>
        {t("medicines.takeNone")}
      </Button>
    </EmptyState>
  );
}

function MedicineRows({ label, medicines }: { label: string; medicines: readonly Medicine[] }) {
  if (medicines.length === 0) return null;
  return (
    <Rows label={label}>
      {medicines.map((medicine) => (
        <LinkRow
          key={medicine.id}
          href={addressOf("medicines", medicine.id)}
          icon={Pill}
          title={<bdi>{shownText(settled(medicine.name))}</bdi>}
          detail={
            <>
              <bdi>{medicineDetail(medicine)}</bdi>
              <ByOthers medicine={medicine} />
            </>
          }
        />
      ))}
    </Rows>
  );
}
