// The patient's own mark on one row of two opinions: pressed again, it is taken back. "Not said" is offered where one
// side has no words, and only the patient sets it.
import type { CaseDoc } from "../../../domain/case/document";
import type { Compared, ComparedRow } from "../../../domain/opinions/comparison";
import type { Opinion, OpinionRow } from "../../../domain/opinions/opinionEntries";
import { setVerdict, type Verdict, verdicts } from "../../../domain/opinions/verdicts";
import { messagesFrom } from "../../../i18n";
import compareWords from "../../../i18n/en/compare.json";
import opinionsWords from "../../../i18n/en/opinions.json";
import { ConflictField } from "../../components/conflictField";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { isolated } from "../../start/isolate";
import { useOpened } from "../../start/useCase";

const t = messagesFrom(compareWords, opinionsWords);

type Props = { first: Opinion; later: Compared; row: OpinionRow };

export function MarkOf({ first, later, row }: Props) {
  const { doc, writer } = useOpened();
  const compared = later.rows.find((one) => one.row === row);
  if (compared === undefined) return null;
  const { sides, verdict } = compared;
  const label = t(`opinions.rows.${row}`);
  const choose = (next: Verdict) => setVerdict(doc, writer, first.id, later.opinion.id, row, next);
  if (sides === "none" && verdict.value === "") return null;
  if (verdict.others.length > 0) {
    return <ConflictField label={label} field={verdict} show={nameOf} onChoose={choose} />;
  }
  const who = { who: isolated(doctorOfOpinion(doc, later.opinion)), first: isolated(doctorOfOpinion(doc, first)) };
  const canBeNotSaid = sides !== "both" || verdict.value === "not-said";
  const offered = verdicts.filter((one) => one !== "not-said" || canBeNotSaid);
  return (
    <fieldset class="mark">
      <legend>{t("compare.ask", who)}</legend>
      {offered.map((one) => (
        <button
          key={one}
          type="button"
          class="mark-choice"
          aria-pressed={one === verdict.value}
          onClick={() => choose(one === verdict.value ? "" : one)}
        >
          {t(`compare.choices.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** The mark in words, or both marks while two phones disagree; "not said" names which of the two did not say it. */
export function markText(doc: CaseDoc, first: Opinion, later: Opinion, { sides, verdict }: ComparedRow): string {
  const silent = sides === "first-only" ? later : sides === "later-only" ? first : null;
  const words = [verdict.value, ...verdict.others].map((mark) =>
    mark === "not-said" && silent !== null
      ? t("compare.notSaidBy", { who: isolated(doctorOfOpinion(doc, silent)) })
      : nameOf(mark),
  );
  return words.join(" / ");
}

export function markIsOpen({ verdict }: ComparedRow): boolean {
  return verdict.value === "" && verdict.others.length === 0;
}

function nameOf(verdict: Verdict): string {
  return verdict === "" ? t("compare.unmarked") : t(`compare.verdicts.${verdict}`);
}
