// "In the room" without naming a visit: from the phone's home screen, with the doctor already waiting. Leads to the
// visit that is going on, or the next one within a day; if there is none, it names the one next step.

import { CalendarDays } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { visitFacts } from "../../../domain/visits/visitFacts";
import { messagesFrom } from "../../../i18n";
import homeWords from "../../../i18n/en/home.json";
import visitWords from "../../../i18n/en/visit.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { ButtonLink } from "../../start/components/button";
import { localNow } from "../../start/localNow";
import { navigate } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { whenText } from "../../text/whenText";
import { stepAddress } from "./visitLinks";
import { visitNow } from "./visitNow";

const t = messagesFrom(homeWords, visitWords);

export function RoomNow() {
  return (
    <CaseScreen title={t("visitRoom.plainTitle")} back="/">
      <Way />
    </CaseScreen>
  );
}

function Way() {
  const opened = useOpened();
  const now = localNow();
  const facts = visitFacts(opened.doc, now);
  const visit = visitNow(facts);
  useEffect(() => {
    if (visit !== null) navigate(stepAddress(visit, "during"), { replace: true });
  }, [visit]);
  if (visit !== null) return null;
  const { upcoming } = facts;
  return (
    <EmptyState
      icon={CalendarDays}
      title={t("visitNow.none")}
      why={upcoming ? t("visitNow.next", { when: whenText(upcoming.when) }) : t("visitNow.why")}
    >
      <ButtonLink href={upcoming ? stepAddress(upcoming.id, "before") : "/case/visits"}>
        {t(upcoming ? "visitNear.ready" : "visitNow.write")}
      </ButtonLink>
    </EmptyState>
  );
}
