// One calm line until the recovery code was seen to be on paper. Not before something is written: until then there is
// nothing to lose.
import type { CaseDoc } from "../../../domain/case/document";
import { hasEntries } from "../../../domain/case/entries";
import { messagesFrom } from "../../../i18n";
import homeWords from "../../../i18n/en/home.json";
import { LinkRow, Rows } from "../../start/components/rows";
import { useBook } from "../../start/useBook";

const t = messagesFrom(homeWords);

export function RecoveryLine({ doc }: { doc: CaseDoc }) {
  if (useBook()?.recoveryCodeState() === "verified" || !hasEntries(doc)) return null;
  return (
    <Rows>
      <LinkRow href="/more/recovery-code" title={t("recoveryLine")} />
    </Rows>
  );
}
