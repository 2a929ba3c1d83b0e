// The first step for somebody who sees a doctor soon: the visit, which also names the case.
import { messagesFrom } from "../../../i18n";
import beginWords from "../../../i18n/en/begin.json";
import { steps, told, useStart } from "./begun";
import { addNextVisit } from "./visit";
import { type NextVisit, VisitQuestion, type WriteWhen } from "./visitQuestion";

const t = messagesFrom(beginWords);
const NEXT = "/begin/country";

export function VisitSoonStep() {
  const { state, start } = useStart();
  const goOn = (visit: NextVisit, then: (write: WriteWhen) => void) => {
    told.value = "unsure";
    steps.value = 2;
    const title = visit.who === "" ? t("begin.named.unsure") : t("begin.named.visit", { who: visit.who });
    start(title, NEXT, (opened) => then(addNextVisit(opened, visit)));
  };
  return <VisitQuestion number={1} state={state} onNext={goOn} onSkip={() => goOn({ who: "", when: "" }, () => {})} />;
}
