// The frame of one step of the first minute: its number, one question, and Skip beside Next in thumb reach.
import { ArrowRight } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { messagesFrom } from "../../../i18n";
import beginWords from "../../../i18n/en/begin.json";
import caseListWords from "../../../i18n/en/caseList.json";
import frameWords from "../../../i18n/en/frame.json";
import { Button, Buttons } from "../../start/components/button";
import { Screen } from "../../start/components/screen";
import { WhyNot } from "../../start/components/whyNot";
import { useServices } from "../../start/services";
import type { Starting } from "./startCase";

const t = messagesFrom(beginWords, caseListWords, frameWords);

type Props = {
  number: number;
  of: number;
  title: string;
  why?: string;
  onNext: () => void;
  onSkip: () => void;
  state?: Starting;
  children: ComponentChildren;
};

export function Step({ number, of, title, why, onNext, onSkip, state = "open", children }: Props) {
  const core = useServices().core.value;
  const isOpen = core.state === "open";
  const dock = isOpen && (
    <Buttons>
      <Button look="quiet" onClick={onSkip}>
        {t("begin.skip")}
      </Button>
      <Button icon={ArrowRight} onClick={onNext}>
        {t("begin.next")}
      </Button>
    </Buttons>
  );
  return (
    <Screen title={title} kicker={t("begin.step", { number, count: of })} back="/" dock={dock}>
      <div class="stack">
        {why && <p class="quiet">{why}</p>}
        {core.state === "failed" && <WhyNot cause={core.cause} />}
        {core.state === "opening" && <p class="quiet">{t("app.opening")}</p>}
        {isOpen && children}
        {state === "failed" && <p role="alert">{t("caseList.failed")}</p>}
      </div>
    </Screen>
  );
}
