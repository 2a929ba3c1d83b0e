// All cases of this person: open, rename or archive one, start another.
import { Plus } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import caseListWords from "../../../i18n/en/caseList.json";
import entriesWords from "../../../i18n/en/entries.json";
import homeWords from "../../../i18n/en/home.json";
import { CopyLink } from "../../components/copyLink";
import { ButtonLink } from "../../start/components/button";
import { Screen } from "../../start/components/screen";
import { WhyNot } from "../../start/components/whyNot";
import { useServices } from "../../start/services";
import { useBook } from "../../start/useBook";
import { CaseCard } from "./caseCard";

const t = messagesFrom(caseListWords, entriesWords, homeWords);

export function CaseList() {
  const { openCase, core } = useServices();
  const book = useBook();
  const cases = book?.cases() ?? [];
  const archived = cases.filter((entry) => entry.archivedAt !== null);
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
            .filter((entry) => entry.archivedAt === null)
            .map((entry) => <CaseCard key={entry.id} book={book} entry={entry} isCurrent={entry.id === current} />)}
        {book && <CopyLink />}
        {archived.length > 0 && <h2>{t("caseList.archivedHeading")}</h2>}
        {book &&
          archived.map((entry) => (
            <CaseCard key={entry.id} book={book} entry={entry} isCurrent={entry.id === current} />
          ))}
      </div>
    </Screen>
  );
}
