// The medicines list before a visit: what it holds, and whether the patient has checked it. An empty list cannot be
// checked: first the patient must answer "none". Must not suggest changing anything that is taken.

import { Check, Eye, Pill, Undo2 } from "lucide-preact";
import { medicineList } from "../../../domain/health/medicines";
import { checkMedicines, medicinesCheck, uncheckMedicines } from "../../../domain/visits/medicinesCheck";
import type { Visit } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import { dayText, timeText } from "../../../i18n/dates";
import visitWords from "../../../i18n/en/visit.json";
import { Button } from "../../start/components/button";
import { useOpened } from "../../start/useCase";
import { VisitPart } from "./visitPart";

const t = messagesFrom(visitWords);

export function MedicinesCheck({ visit }: { visit: Visit }) {
  const opened = useOpened();
  const list = medicineList(opened.doc);
  const links = [
    { href: "/case/medicines", words: t("visitBefore.medicinesOpen"), icon: Pill },
    { href: "/case/show", words: t("visitBefore.medicinesShow"), icon: Eye },
  ];
  return (
    <VisitPart
      heading={t("visitBefore.medicines")}
      links={links}
      card={{ id: "D2", title: t("visitBefore.medicinesCard") }}
    >
      {list.state === "not-recorded" && <p>{t("visitBefore.medicinesNotRecorded")}</p>}
      {list.state === "none" && <p>{t("visitBefore.medicinesNone")}</p>}
      {list.state === "listed" && <p>{t("visitBefore.medicinesOn", { count: list.medicines.length })}</p>}
      {list.state !== "not-recorded" && <Checked visit={visit} />}
    </VisitPart>
  );
}

function Checked({ visit }: { visit: Visit }) {
  const opened = useOpened();
  const state = medicinesCheck(opened.doc, visit);
  const at = visit.medicinesCheckedAt.value;
  if (state === "checked") {
    return (
      <>
        <p>{t("visitBefore.medicinesChecked", { date: dayText(at), time: timeText(at) })}</p>
        <Button look="plain" icon={Undo2} onClick={() => uncheckMedicines(opened.doc, opened.writer, visit.id)}>
          {t("visitBefore.medicinesBack")}
        </Button>
      </>
    );
  }
  return (
    <>
      {state === "stale" && <p>{t("visitBefore.medicinesStale")}</p>}
      <Button look="quiet" icon={Check} onClick={() => checkMedicines(opened.doc, opened.writer, visit.id)}>
        {t("visitBefore.medicinesCheck")}
      </Button>
    </>
  );
}
