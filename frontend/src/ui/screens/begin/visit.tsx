// The second step, in a case that has just begun: the next visit.
import type { OpenCase } from "../../../cases/book";
import { addConsultation, setConsultation } from "../../../domain/consultations";
import { messagesFrom } from "../../../i18n";
import beginWords from "../../../i18n/en/begin.json";
import { CaseScreen } from "../../components/caseScreen";
import { navigate } from "../../start/router";
import { useServices } from "../../start/services";
import { type NextVisit, VisitQuestion, type WriteWhen } from "./visitQuestion";

const t = messagesFrom(beginWords);

export function VisitStep() {
  const current = useServices().openCase.value;
  if (current.state !== "open")
    return (
      <CaseScreen title={t("begin.visit.title")} back="/">
        {() => null}
      </CaseScreen>
    );
  const goOn = () => navigate("/begin/country", { replace: true });
  return (
    <VisitQuestion
      number={2}
      onSkip={goOn}
      onNext={(visit, then) => {
        then(addVisit(current.opened, visit));
        goOn();
      }}
    />
  );
}

/** Nothing of a visit of which nothing is known. Returns what writes its day, should it be said later. */
export function addVisit({ doc, writer, flush }: OpenCase, { who, when }: NextVisit): WriteWhen {
  // What could not be stored is said in the status line.
  const stored = () => void flush().catch(() => {});
  let id = who === "" && when === "" ? null : addConsultation(doc, writer, { who, when });
  stored();
  return (meant) => {
    if (id === null) id = addConsultation(doc, writer, { who, when: meant });
    else setConsultation(doc, writer, id, { when: meant });
    stored();
  };
}
