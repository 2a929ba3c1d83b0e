// One row of the comparison: what each doctor said there, first the one that the others are held against, and
// whether the patient finds it the same.
import { type Comparison, opinionsOf } from "../../../domain/opinions/comparison";
import type { Opinion, OpinionRow } from "../../../domain/opinions/opinionEntries";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import compareWords from "../../../i18n/en/compare.json";
import { addressOf } from "../../entries/entryNames";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { Card } from "../../start/components/card";
import { useOpened } from "../../start/useCase";
import { MarkOf } from "./mark";
import "./oneRow.css";

const t = messagesFrom(compareWords);

type Props = { compared: Comparison; row: OpinionRow };

export function OneRow({ compared, row }: Props) {
  return (
    <div class="stack">
      <div class="columns">
        {opinionsOf(compared).map((opinion) => (
          <Said key={opinion.id} opinion={opinion} row={row} />
        ))}
      </div>
      {compared.later.map((later) => (
        <MarkOf key={later.opinion.id} first={compared.first} later={later} row={row} />
      ))}
      <p class="quiet">
        {t("compare.yours")} {t("compare.bothSound")}
      </p>
    </div>
  );
}

function Said({ opinion, row }: { opinion: Opinion; row: OpinionRow }) {
  const opened = useOpened();
  const said = opinion[row].trim();
  return (
    <Card>
      <p class="quiet">
        <a class="said-by" href={addressOf("opinions", opinion.id)}>
          <bdi>{doctorOfOpinion(opened.doc, opinion)}</bdi>
        </a>
        {", "}
        {opinion.on.value === "" ? t("compare.noDay") : dayText(opinion.on.value)}
      </p>
      {said === "" ? (
        <p class="quiet">{t("compare.nothing")}</p>
      ) : (
        <div class="said-words" dir="auto">
          {said}
        </div>
      )}
    </Card>
  );
}
