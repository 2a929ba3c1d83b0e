// All cases of this person: open one, name it anew, put it away, start another.
import "../../../i18n/words/caseList";
import "../../../i18n/words/entries";
import { Plus } from "lucide-preact";
import { t } from "../../../i18n";
import { ButtonLink } from "../../components/button";
import { Screen } from "../../components/screen";
import { WhyNot } from "../../components/whyNot";
import { useServices } from "../../services";
import { useBook } from "../../useBook";
import { CaseCard } from "./caseCard";

export function CaseList() {
  const { openCase, core } = useServices();
  const book = useBook();
  const cases = book?.cases() ?? [];
  const away = cases.filter((entry) => entry.closedAt !== null);
  const current = openCase.value.state === "open" ? openCase.value.opened.id : "";
  return (
    <Screen
      title={t("caseList.title")}
      back="/"
      dock={
        <ButtonLink href="/cases/new" icon={Plus}>
          {cases.length > 0 ? t("caseList.new") : t("welcome.start")}
        </ButtonLink>
      }
    >
      <div class="stack">
        {core.value.state === "failed" && <WhyNot cause={core.value.cause} />}
        {book && cases.length === 0 && <p>{t("noCase.why")}</p>}
        {book &&
          cases
            .filter((entry) => entry.closedAt === null)
            .map((entry) => <CaseCard key={entry.id} book={book} entry={entry} isCurrent={entry.id === current} />)}
        {away.length > 0 && <h2>{t("caseList.putAwayHeading")}</h2>}
        {book &&
          away.map((entry) => <CaseCard key={entry.id} book={book} entry={entry} isCurrent={entry.id === current} />)}
      </div>
    </Screen>
  );
}
