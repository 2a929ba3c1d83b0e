// The log of decisions, newest first. Earlier decisions stay readable, with their reasons.

import { ClipboardCheck } from "lucide-preact";
import {
  type Decision,
  decisionEntries,
  decisions,
  NOT_YET,
  standingDecisions,
  wordsOfDecision,
} from "../../../domain/decide/decisions";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import decideWords from "../../../i18n/en/decide.json";
import { Said } from "../../components/said";
import { addressOf } from "../../entries/entryNames";
import { LinkRow, Rows } from "../../start/components/rows";
import { useOpened } from "../../start/useCase";
import { chosenName } from "./optionNames";

const t = messagesFrom(decideWords);

/** The screen above renders again when the case changes. */
export function DecisionLog() {
  const opened = useOpened();
  const all = decisions(opened.doc);
  const standing = standingDecisions(opened.doc);
  return (
    <section class="stack">
      <h2>{t("decision.log")}</h2>
      {all.length === 0 && <p class="quiet">{t("decision.none")}</p>}
      {standing.length > 1 && <p>{t("decision.two")}</p>}
      {all.length > 0 && (
        <Rows label={t("decision.log")}>
          {all.map((decision) => (
            <DecisionRow key={decision.id} decision={decision} stands={standing.some(({ id }) => id === decision.id)} />
          ))}
        </Rows>
      )}
      {standing.some(({ option }) => option.value !== NOT_YET) && <p class="quiet">{t("decision.tell")}</p>}
    </section>
  );
}

function DecisionRow({ decision, stands }: { decision: Decision; stands: boolean }) {
  const opened = useOpened();
  const { why, on, option } = decision;
  const words = wordsOfDecision(decision);
  const state = decisionEntries.isBlank(decision) ? "" : t(stands ? "decision.stands" : "decision.earlier");
  const when = on.value === "" ? "" : dayText(on.value);
  return (
    <LinkRow
      href={addressOf("decisions", decision.id)}
      icon={ClipboardCheck}
      title={words === "" ? <bdi>{chosenName(opened.doc, option.value)}</bdi> : <Said text={words} />}
      detail={
        <>
          {[state, when].filter(Boolean).join(" · ")}
          {why.trim() !== "" && (
            <>
              <br />
              <Said text={why} />
            </>
          )}
        </>
      }
    />
  );
}
