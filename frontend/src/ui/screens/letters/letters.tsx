// The letters of the case, and the way to a new one.
import { Mail } from "lucide-preact";
import { letters } from "../../../domain/letters/letterEntries";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { ButtonLink } from "../../start/components/button";
import { useCaseValue } from "../../start/useCase";
import { LetterList } from "./letterList";

const t = messagesFrom(letterWords);

export function LettersPage() {
  return (
    <CaseScreen
      title={t("letter.list")}
      back="/papers"
      dock={
        <ButtonLink icon={Mail} href="/case/letters/new">
          {t("letter.write")}
        </ButtonLink>
      }
    >
      <AllLetters />
    </CaseScreen>
  );
}

function AllLetters() {
  const isEmpty = useCaseValue((doc) => letters(doc).length === 0);
  return isEmpty ? <EmptyState icon={Mail} title={t("letter.noneTitle")} why={t("letter.noneWhy")} /> : <LetterList />;
}
