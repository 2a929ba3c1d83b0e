// The patient's health in four parts: medicines, illnesses, allergies, and how they have felt over time.

import { Eye, FileText, Pill } from "lucide-preact";
import { type Answer, healthOf } from "../../../domain/health/health";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import healthWords from "../../../i18n/en/health.json";
import medicinesWords from "../../../i18n/en/medicines.json";
import { CaseScreen } from "../../components/caseScreen";
import { ButtonLink } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { useOpened } from "../../start/useCase";
import { AllergyPart, ConditionPart } from "./listPart";
import { SymptomPart } from "./symptomPart";
import "./health.css";

const t = messagesFrom(healthWords, medicinesWords);

export function HealthPage() {
  return (
    <CaseScreen title={t("health.title")} back="/" dock={<Show />} wide>
      <Parts />
    </CaseScreen>
  );
}

function Show() {
  return (
    <ButtonLink href="/case/show" icon={Eye}>
      {t("health.show")}
    </ButtonLink>
  );
}

function Parts() {
  const opened = useOpened();
  return (
    <div class="columns">
      <div class="health-parts">
        <p>{t("health.intro")}</p>
        <Rows label={t("medicines.title")}>
          <LinkRow
            href="/case/medicines"
            icon={Pill}
            title={t("medicines.title")}
            detail={medicinesLine(healthOf(opened.doc).medicines)}
          />
          <LinkRow
            href="/case/summary"
            icon={FileText}
            title={t("health.summary")}
            detail={t("health.summaryDetail")}
          />
        </Rows>
        <ConditionPart />
        <AllergyPart />
      </div>
      <div class="health-parts">
        <SymptomPart />
        <ButtonLink look="plain" href="/guide/card/P2">
          {t("health.readMore")}
        </ButtonLink>
      </div>
    </div>
  );
}

function medicinesLine(answer: Answer<unknown>): string {
  if (answer.state === "listed") return t("health.medicinesCount", { count: answer.entries.length });
  if (answer.state === "none") return t("health.medicinesNone", { date: dayText(answer.since) });
  return t("health.notRecorded");
}
