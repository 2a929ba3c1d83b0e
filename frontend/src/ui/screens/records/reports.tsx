// The second doctor's report to the first one: whether it was requested, and words to request it with.

import { firstDoctor, visitsThatReport } from "../../../domain/doctors/reports";
import { setVisit, type Visit, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import recordsWords from "../../../i18n/en/records.json";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { visitLabel } from "../../entries/entryNames";
import { isolated } from "../../start/isolate";
import { useCaseValue, useOpened } from "../../start/useCase";

const t = messagesFrom(recordsWords);

const states = ["none", "asked", "sent"] as const;
type State = (typeof states)[number];

/** Renders nothing while there is no second doctor. */
export function Reports() {
  const opened = useOpened();
  useCaseValue(visits);
  const reporting = visitsThatReport(opened.doc);
  const first = firstDoctor(opened.doc)?.name ?? "";
  if (reporting.length === 0) return null;
  return (
    <section class="stack" id="report">
      <h2>{t("records.report")}</h2>
      <p>{t("records.reportWhy")}</p>
      <p>{first === "" ? t("records.reportSayPlain") : t("records.reportSay", { doctor: isolated(first) })}</p>
      {reporting.map((visit) => (
        <Report key={visit.id} visit={visit} />
      ))}
    </section>
  );
}

function Report({ visit }: { visit: Visit }) {
  const opened = useOpened();
  const label = t("records.reportOf", { doctor: visitLabel(visit) });
  const write = (report: Visit["report"]["value"]) => setVisit(opened.doc, opened.writer, visit.id, { report });
  return (
    <>
      <Choice<State>
        legend={label}
        options={states.map((state) => ({ value: state, label: stateText(state) }))}
        value={visit.report.value || "none"}
        onChoose={(state) => write(state === "none" ? "" : state)}
      />
      <ConflictField label={label} field={visit.report} show={(state) => stateText(state || "none")} onChoose={write} />
    </>
  );
}

function stateText(state: State): string {
  return t(`records.reportStates.${state}`);
}
