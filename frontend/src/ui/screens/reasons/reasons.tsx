// "Should I ask?": the guide's reasons to tick, own worries, and what follows from them. It sorts and offers words. It
// never counts the ticks, and never says that someone should or should not ask.
import { ArrowDown } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { reasonEntries, reasons } from "../../../domain/reasons/reasons";
import { guidePoints } from "../../../domain/reasons/ticking";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import reasonsWords from "../../../i18n/en/reasons.json";
import { CaseScreen } from "../../components/caseScreen";
import { Button } from "../../start/components/button";
import { useCaseValue } from "../../start/useCase";
import { Answer } from "./answer";
import { OwnWorries } from "./ownWorries";
import { PointReasons } from "./pointReasons";
import { RESULT, Result } from "./result";
import "./reasons.css";

const t = messagesFrom(frameWords, reasonsWords);

export function Reasons() {
  return (
    <CaseScreen title={t("reasons.title")} back="/" wide dock={<ToResult />}>
      <AllReasons />
    </CaseScreen>
  );
}

function AllReasons() {
  const all = useCaseValue(reasons);
  return (
    <div class="columns">
      <div class="stack">
        <p>{t("reasons.intro")}</p>
        {guidePoints.map((point) => (
          <PointReasons key={point} point={point} all={all} />
        ))}
        <OwnWorries all={all} />
        <Answer />
        <p class="quiet">{t("reasons.keepCare")}</p>
        <p class="quiet">{t("app.notMedicalAdvice")}</p>
      </div>
      <Result all={all} />
    </div>
  );
}

/** On a phone the result is far below: a link to it, while it is out of sight. */
function ToResult() {
  const all = useCaseValue(reasons);
  const hasResult = all.some((reason) => !reasonEntries.isBlank(reason));
  const isReached = useReached(RESULT, hasResult);
  if (!hasResult || isReached) return null;
  const go = () => {
    const heading = document.getElementById(RESULT);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  };
  return (
    <Button icon={ArrowDown} onClick={go}>
      {t("reasons.toResult")}
    </Button>
  );
}

// Anything above the screen counts as reached, however far up; the dock covers the lower part.
const REACHED = { rootMargin: "1000000px 0px -50% 0px" };

/** Whether the element is in the upper half of the screen, or above it. */
function useReached(id: string, isThere: boolean): boolean {
  const [isReached, setReached] = useState(false);
  useEffect(() => {
    const element = document.getElementById(id);
    if (!isThere || element === null) return;
    const watch = new IntersectionObserver(([entry]) => setReached(entry?.isIntersecting === true), REACHED);
    watch.observe(element);
    return () => watch.disconnect();
  }, [id, isThere]);
  return isReached;
}
