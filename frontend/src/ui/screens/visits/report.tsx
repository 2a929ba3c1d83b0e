// The written report: words to ask for it, and whether it was requested or sent.

import { setVisit, type Visit } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { useOpened } from "../../start/useCase";
import { VisitPart } from "./visitPart";

const t = messagesFrom(visitWords);

type State = Visit["report"]["value"];

export function Report({ visit }: { visit: Visit }) {
  const opened = useOpened();
  const write = (report: State) => setVisit(opened.doc, opened.writer, visit.id, { report });
  const options = (["", "asked", "sent"] as const).map((value) => ({ value, label: stateText(value) }));
  return (
    <VisitPart heading={t("visitAfter.report")}>
      <p>{t("visitAfter.reportWhy")}</p>
      <p class="room-words">{t("visitAfter.reportWords")}</p>
      <Choice<State>
        legend={t("visitAfter.reportState")}
        options={options}
        value={visit.report.value}
        onChoose={write}
        compact
      />
      <ConflictField label={t("visitAfter.reportState")} field={visit.report} show={stateText} onChoose={write} />
    </VisitPart>
  );
}

function stateText(state: State): string {
  return t(`visitAfter.reports.${state === "" ? "none" : state}`);
}
