// The step before the country, in a case that has just begun: the next visit.
import type { OpenCase } from "../../../cases/documents/book";
import { addVisit, setVisit } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import beginWords from "../../../i18n/en/begin.json";
import { CaseScreen } from "../../components/caseScreen";
import { navigate } from "../../start/router";
import { useServices } from "../../start/services";
import { steps, told, useStart } from "./startCase";
import { type NextVisit, VisitQuestion, type WriteWhen } from "./visitQuestion";

const t = messagesFrom(beginWords);

export function VisitStep() {
  const current = useServices().openCase.value;
  if (current.state !== "open")
    return (
      <CaseScreen title={t("begin.visit.title")} back="/">
        {null}
      </CaseScreen>
    );
  const goOn = () => navigate("/begin/country", { replace: true });
  return (
    <VisitQuestion
      number={steps.value - 1}
      of={steps.value}
      onSkip={goOn}
      onNext={(visit, then) => {
        then(addNextVisit(current.opened, visit));
        goOn();
      }}
    />
  );
}

/** Adds nothing if nothing is known. Returns a function that writes the visit's day, if it is given later. */
export function addNextVisit({ doc, writer, flush }: OpenCase, { who, when }: NextVisit): WriteWhen {
  // If storing fails, the status line says so.
  const stored = () => void flush().catch(() => {});
  let id = who === "" && when === "" ? null : addVisit(doc, writer, { who, when });
  stored();
  return (meant) => {
    if (id === null) id = addVisit(doc, writer, { who, when: meant });
    else setVisit(doc, writer, id, { when: meant });
    stored();
  };
}

// The first step for a person who sees a doctor soon: the visit, which also names the case.
const NEXT = "/begin/country";

export function VisitSoonStep() {
  const { state, start } = useStart();
  const goOn = (visit: NextVisit, then: (write: WriteWhen) => void) => {
    told.value = "unsure";
    steps.value = 2;
    const title = visit.who === "" ? t("begin.named.unsure") : t("begin.named.visit", { who: visit.who });
    start(title, NEXT, (opened) => then(addNextVisit(opened, visit)));
  };
  return (
    <VisitQuestion number={1} of={2} state={state} onNext={goOn} onSkip={() => goOn({ who: "", when: "" }, () => {})} />
  );
}
