// The first words of the visit: lines to choose from, or the patient's own. Choosing a line fills in the field, so that
// it can be changed.

import { goesBack } from "../../../domain/opinions/opinions";
import { setVisit, type Visit } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { Choice } from "../../components/choice";
import { RegisterField } from "../../components/registerField";
import { useOpened } from "../../start/useCase";
import { openingLines } from "./openingLines";
import { VisitPart } from "./visitPart";

const t = messagesFrom(visitWords);

export function Opening({ visit }: { visit: Visit }) {
  const opened = useOpened();
  const write = (opening: string) => setVisit(opened.doc, opened.writer, visit.id, { opening });
  const lines = openingLines(opened.doc, visit);
  const isGoingBack = goesBack(opened.doc, visit);
  return (
    <VisitPart heading={t("visitBefore.opening")} card={cardFor(isGoingBack)}>
      <p>{t(lines.length > 0 && !isGoingBack ? "visitBefore.openingWhy" : "visitBefore.openingWhyFirst")}</p>
      {lines.length > 0 && (
        <Choice
          legend={t("visitBefore.openingChoose")}
          options={lines.map((line) => ({ value: line, label: line }))}
          value={visit.opening.value}
          onChoose={write}
        />
      )}
      <RegisterField label={t("visitBefore.openingOwn")} field={visit.opening} onWrite={write} isLong />
    </VisitPart>
  );
}

function cardFor(isGoingBack: boolean) {
  return isGoingBack
    ? { id: "A1", title: t("visitBefore.backCard") }
    : { id: "D1", title: t("visitBefore.openingCard") };
}
