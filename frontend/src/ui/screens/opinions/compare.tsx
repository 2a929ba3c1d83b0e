// The comparison, one row a screen: what each doctor said there, and the patient's own mark. Diagnosis and advice
// come first, then every row in which somebody spoke. It shows differences and never says who is right.
import { Columns2 } from "lucide-preact";
import { type Comparison, comparison, opinionsOf } from "../../../domain/opinions/comparison";
import { type OpinionRow, opinionRows } from "../../../domain/opinions/opinionEntries";
import { messagesFrom } from "../../../i18n";
import compareWords from "../../../i18n/en/compare.json";
import opinionsWords from "../../../i18n/en/opinions.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { NextStep, type Step, StepOf } from "../../components/steps";
import { ButtonLink } from "../../start/components/button";
import type { Params } from "../../start/router";
import { useServices } from "../../start/services";
import { AfterRows, MakeList } from "./afterRows";
import { OneRow } from "./oneRow";

const t = messagesFrom(compareWords, opinionsWords);

const UP = "/case/opinions";
const START = "/case/compare";
const AFTER = "after";

export function Compare({ params: { row: asked = "" } }: { params: Params }) {
  const current = useServices().openCase.value;
  const compared = current.state === "open" ? comparison(current.opened.doc) : null;
  if (compared === null) return <NotYet />;
  const rows = rowsOf(compared);
  const steps = [...rows.map(stepOf), { href: `${START}/${AFTER}`, title: t("compare.after") }];
  const places: readonly string[] = [...rows, AFTER];
  const at = Math.max(0, places.indexOf(asked));
  const row = rows[at];
  return (
    <CaseScreen
      title={steps[at]?.title ?? ""}
      kicker={<StepOf steps={steps} at={at} of={t("compare.title")} />}
      back={steps[at - 1]?.href ?? UP}
      wide
      dock={
        <NextStep steps={steps} at={at}>
          {row === undefined && <MakeList />}
          <ButtonLink look="quiet" href={`${START}/all`}>
            {t("compare.all")}
          </ButtonLink>
        </NextStep>
      }
    >
      {row === undefined ? <AfterRows compared={compared} /> : <OneRow compared={compared} row={row} />}
    </CaseScreen>
  );
}

function NotYet() {
  return (
    <CaseScreen
      title={t("compare.title")}
      back={UP}
      dock={<ButtonLink href={UP}>{t("compare.toOpinions")}</ButtonLink>}
    >
      <EmptyState
        icon={Columns2}
        title={t("compare.emptyTitle")}
        why={t("compare.emptyWhy")}
        example={t("compare.emptyExample")}
      />
    </CaseScreen>
  );
}

function rowsOf(compared: Comparison): OpinionRow[] {
  const first: readonly OpinionRow[] = ["diagnosis", "recommended"];
  const said = (row: OpinionRow) => opinionsOf(compared).some((opinion) => opinion[row].trim() !== "");
  return [...first, ...opinionRows.filter((row) => !first.includes(row) && said(row))];
}

function stepOf(row: OpinionRow, nth: number): Step {
  return { href: nth === 0 ? START : `${START}/${row}`, title: t(`opinions.rows.${row}`) };
}
