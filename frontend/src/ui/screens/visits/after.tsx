// After a visit, step by step; the first step is also for the last minute in the room: saying it back.
import { ArrowRight } from "lucide-preact";
import { isOver } from "../../../domain/visits/goingAlong";
import type { Visit } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { Button, ButtonLink } from "../../start/components/button";
import { localNow } from "../../start/localNow";
import { navigate, type Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { keepDraft } from "./advised";
import { AfterStep } from "./afterStep";
import { SayBack } from "./sayBack";
import { stepAddress, visitAddress } from "./visitLinks";
import { visitTimes } from "./visitTimes";

const t = messagesFrom(visitWords);

export function AfterVisit({ params: { id = "" } }: { params: Params }) {
  return (
    <AfterStep
      id={id}
      number={1}
      name={t("visitAfter.sayBack")}
      back={visitAddress(id)}
      dock={(visit) => <GoOn visit={visit} />}
    >
      {(visit) => (
        <>
          <p>{isOver(visit, localNow()) ? visitTimes(visit) : t("visitAfter.sayBackWhy")}</p>
          <SayBack visit={visit} />
          {!isOver(visit, localNow()) && (
            <ButtonLink look="plain" href={stepAddress(id, "during")}>
              {t("visitRoom.backToList")}
            </ButtonLink>
          )}
        </>
      )}
    </AfterStep>
  );
}

function GoOn({ visit }: { visit: Visit }) {
  const opened = useOpened();
  const goOn = () => {
    keepDraft(opened, visit);
    navigate(stepAddress(visit.id, "advised"));
  };
  return (
    <Button icon={ArrowRight} onClick={goOn}>
      {t("visitAfter.toAdvised")}
    </Button>
  );
}
