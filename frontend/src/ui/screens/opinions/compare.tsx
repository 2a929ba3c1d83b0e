// The comparison: what the doctors said, part by part, with the patient's own marks; what to take back to the first
// doctor; and the decide-by date. It shows differences and never says who is right.

import { Columns2, ListPlus, Printer } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { type Comparison, comparison, mayAskThird } from "../../../domain/opinions/comparison";
import { firstDoctorsName } from "../../../domain/opinions/opinions";
import { messagesFrom } from "../../../i18n";
import compareWords from "../../../i18n/en/compare.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { AfterPaint } from "../../start/components/afterPaint";
import { Button, ButtonLink } from "../../start/components/button";
import { isolated } from "../../start/isolate";
import { useOpened } from "../../start/useCase";
import { DecideByLine } from "../decideBy/decideByLine";
import { BothSound, Inputs, Third } from "./aroundGrid";
import { Grid } from "./grid";
import { Mirror } from "./mirror";
import { MyList } from "./myList";
import { foldRaised, makeList, pointsToRaise } from "./raising";

const t = messagesFrom(compareWords);

export function Compare() {
  return (
    <CaseScreen title={t("compare.title")} back="/case/opinions" wide dock={<MakeList />}>
      <SideBySide />
    </CaseScreen>
  );
}

function MakeList() {
  const opened = useOpened();
  const compared = comparison(opened.doc);
  if (compared === null) {
    return <ButtonLink href="/case/opinions">{t("compare.toOpinions")}</ButtonLink>;
  }
  if (pointsToRaise(opened.doc, compared).every(({ isAsked }) => isAsked)) return null;
  const who = firstDoctorsName(opened.doc);
  return (
    <Button icon={ListPlus} onClick={() => makeList(opened, compared)}>
      {who === "" ? t("compare.makeListFirst") : t("compare.makeList", { who: isolated(who) })}
    </Button>
  );
}

function SideBySide() {
  const opened = useOpened();
  const compared = comparison(opened.doc);
  useEffect(() => {
    if (compared) foldRaised(opened.doc, compared);
  });
  if (compared === null) {
    return (
      <EmptyState
        icon={Columns2}
        title={t("compare.emptyTitle")}
        why={t("compare.emptyWhy")}
        example={t("compare.emptyExample")}
      />
    );
  }
  return (
    <div class="stack">
      <p class="quiet">{t("compare.yours")}</p>
      <Grid compared={compared} />
      <AfterPaint>{() => <Around compared={compared} />}</AfterPaint>
      <ButtonLink look="quiet" icon={Printer} href="/case/compare/print">
        {t("compare.print")}
      </ButtonLink>
    </div>
  );
}

function Around({ compared }: { compared: Comparison }) {
  return (
    <div class="columns">
      <div class="stack">
        <BothSound compared={compared} />
        <MyList compared={compared} />
      </div>
      <div class="stack">
        <Inputs compared={compared} />
        <Third compared={compared} />
        <Mirror />
        {!mayAskThird(compared) && <DecideByLine />}
      </div>
    </div>
  );
}
