// The medicines. "I take none" is an answer with a date; "not recorded" only means that nobody has written anything
// yet.

import { Eye, Pill, Plus } from "lucide-preact";
import { addMedicine, isStopped, type Medicine, medicineList, setNoMedicines } from "../../../domain/health/medicines";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import medicinesWords from "../../../i18n/en/medicines.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { addressOf, shownText } from "../../entries/entryNames";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { LinkRow, Rows } from "../../start/components/rows";
import { navigate } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { settled } from "../../text/settled";
import { medicineDetail } from "./lines";
import { ByOthers } from "./medicineBy";

const t = messagesFrom(medicinesWords);

export function Medicines() {
  return (
    <CaseScreen title={t("medicines.title")} back="/case/health" dock={<Add />}>
      <Taken />
    </CaseScreen>
  );
}

function Add() {
  const opened = useOpened();
  const add = () => navigate(addressOf("medicines", addMedicine(opened.doc, opened.writer, {})));
  return (
    <Button icon={Plus} onClick={add}>
      {t("medicines.add")}
    </Button>
  );
}

function Taken() {
  const opened = useOpened();
  const list = medicineList(opened.doc);
  if (list.state === "listed") return <Listed medicines={list.medicines} />;
  if (list.state === "none") {
    return (
      <Card heading={t("medicines.noneTitle")}>
        <p>{t("medicines.noneSince", { date: dayText(list.since) })}</p>
        <Button look="quiet" onClick={() => setNoMedicines(opened.doc, opened.writer, false)}>
          {t("medicines.noneBack")}
        </Button>
      </Card>
    );
  }
  return (
    <EmptyState
      icon={Pill}
      title={t("medicines.emptyTitle")}
      why={t("medicines.emptyWhy")}
      example={t("medicines.emptyExample")}
    >
      <Button look="quiet" onClick={() => setNoMedicines(opened.doc, opened.writer, true)}>
        {t("medicines.takeNone")}
      </Button>
      <ReadMore />
    </EmptyState>
  );
}

function Listed({ medicines }: { medicines: readonly Medicine[] }) {
  const taken = medicines.filter((one) => !isStopped(one));
  const stopped = medicines.filter(isStopped);
  return (
    <div class="stack">
      {taken.length === 0 && <p>{t("medicines.noneNow")}</p>}
      <MedicineRows label={t("medicines.title")} medicines={taken} />
      <p class="quiet">{t("medicines.doNotChange")}</p>
      {stopped.length > 0 && <h2>{t("medicines.stopped")}</h2>}
      <MedicineRows label={t("medicines.stopped")} medicines={stopped} />
      <ButtonLink look="quiet" href="/case/show" icon={Eye}>
        {t("medicines.show")}
      </ButtonLink>
      <ReadMore />
    </div>
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

function ReadMore() {
  return (
    <ButtonLink look="plain" href="/guide/card/D2">
      {t("medicines.readMore")}
    </ButtonLink>
  );
}
