// The records: what is still to request, what was requested, what is here; the letters that ask; the second doctor's
// report.
import { Eye, FileText, ListChecks, Mail } from "lucide-preact";
import { addRecord, recordEntries } from "../../../domain/records/records";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import recordsWords from "../../../i18n/en/records.json";
import { useAdding } from "../../components/addInPlace";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { ButtonLink } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { useOpened } from "../../start/useCase";
import { LetterList } from "../letters/letterList";
import { Inventory } from "./inventory";
import { Reports } from "./reports";

const t = messagesFrom(letterWords, recordsWords);

export function Records() {
  return (
    <CaseScreen title={t("records.title")} back="/" dock={<Dock />}>
      <Contents />
    </CaseScreen>
  );
}

function Dock() {
  return (
    <ButtonLink icon={Mail} href="/case/letters/new">
      {t("letter.write")}
    </ButtonLink>
  );
}

function Contents() {
  const { doc } = useOpened();
  const adding = useAdding(recordEntries, "what", (to, writer) => addRecord(to, writer, {}));
  const all = recordEntries.list(doc).filter(({ id }) => id !== adding.id);
  const isEmpty = all.length === 0;
  return (
    <div class="stack">
      {isEmpty && (
        <EmptyState
          icon={FileText}
          title={t("records.emptyTitle")}
          why={t("records.emptyWhy")}
          example={t("records.emptyExample")}
        >
          <ButtonLink look="quiet" icon={ListChecks} href="/case/records/usual">
            {t("records.usual")}
          </ButtonLink>
        </EmptyState>
      )}
      <Inventory all={all} adding={adding} />
      <LetterList />
      <Reports />
      <Rows>
        {!isEmpty && <LinkRow icon={ListChecks} href="/case/records/usual" title={t("records.usual")} />}
        <LinkRow icon={Eye} href="/case/seen" title={t("records.seenLink")} detail={t("records.seenLinkDetail")} />
        <LinkRow icon={FileText} href="/guide/card/P1" title={t("letter.guideGather")} />
      </Rows>
    </div>
  );
}
