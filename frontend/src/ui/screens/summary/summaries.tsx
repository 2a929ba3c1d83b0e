// Whom a summary is for: each visit, or any doctor.
import { FileText } from "lucide-preact";
import { dayOf } from "../../../domain/days/days";
import { anyDoctor } from "../../../domain/summary/summary";
import { type Visit, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import summaryWords from "../../../i18n/en/summary.json";
import { CaseScreen } from "../../components/caseScreen";
import { visitName } from "../../entries/entryNames";
import { ButtonLink } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { isolated } from "../../start/isolate";
import { today } from "../../start/localNow";
import { useCaseValue } from "../../start/useCase";

const t = messagesFrom(summaryWords);

export function Summaries() {
  return (
    <CaseScreen title={t("summary.title")} back="/case/health">
      <ForWhom />
    </CaseScreen>
  );
}

function ForWhom() {
  const all = useCaseValue(visits);
  const now = today();
  const isPast = ({ when }: Visit) => dayOf(when.value) !== "" && dayOf(when.value) < now;
  // The next visit comes first; past visits stay, for a page that is sent later.
  const ordered = [...all.filter((visit) => !isPast(visit)), ...all.filter(isPast).reverse()];
  return (
    <div class="stack">
      <p>{t("summary.listWhy")}</p>
      <Rows label={t("summary.title")}>
        {ordered.map((visit) => (
          <LinkRow
            key={visit.id}
            href={`/case/summary/${visit.id}`}
            icon={FileText}
            title={t("summary.forVisit", { who: isolated(visitName(visit)) })}
            detail={visit.when.value === "" ? "" : dayText(visit.when.value)}
          />
        ))}
        <LinkRow
          href={`/case/summary/${anyDoctor}`}
          icon={FileText}
          title={t("summary.any")}
          detail={t("summary.anyDetail")}
        />
      </Rows>
      {all.length === 0 && (
        <>
          <p>{t("summary.listEmpty")}</p>
          <ButtonLink look="quiet" href="/case/visits">
            {t("summary.addVisit")}
          </ButtonLink>
        </>
      )}
      <ButtonLink look="plain" href="/guide/card/P2">
        {t("summary.readMore")}
      </ButtonLink>
    </div>
  );
}
