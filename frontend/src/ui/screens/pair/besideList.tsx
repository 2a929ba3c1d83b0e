// The second keyrings beside this phone's own: which cases each brought, who else can read those, and how to remove it.
import { useState } from "preact/hooks";
import type { CaseBook } from "../../../cases/documents/book";
import type { KeyringMerge } from "../../../cases/keys/keyringMerge";
import type { SecondKeyring } from "../../../cases/keys/secondKeyrings";
import { messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { caseTitle } from "../../start/useBook";
import { watch } from "../../start/watched";
import { phoneText } from "./phoneNames";

const t = messagesFrom(pairWords);

export function BesideList({ book, keyringMerge }: { book: CaseBook; keyringMerge: KeyringMerge }) {
  watch(book);
  return (
    <>
      {keyringMerge.secondKeyrings().map((beside) => (
        <One key={beside.log} beside={beside} onLetGo={() => void keyringMerge.letGo(beside.log)} />
      ))}
    </>
  );
}

function One({ beside, onLetGo }: { beside: SecondKeyring; onLetGo: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const phone = phoneText(beside.from);
  return (
    <Card heading={t("beside.title", { phone })}>
      <CaseNames cases={beside.cases} label={t("beside.title", { phone })} />
      {isAsking ? (
        <>
          <p>{t("beside.letGoText", { phone })}</p>
          <Button removes onClick={onLetGo}>
            {t("beside.letGoNow")}
          </Button>
          <Button look="quiet" onClick={() => setAsking(false)}>
            {t("beside.keep")}
          </Button>
        </>
      ) : (
        <>
          <p>{t("beside.howToUnite", { phone })}</p>
          <Button look="plain" onClick={() => setAsking(true)}>
            {t("beside.letGo")}
          </Button>
        </>
      )}
    </Card>
  );
}

type NamedCase = Parameters<typeof caseTitle>[0] & { id: string };

/** The names of cases, where it matters which ones they are. */
export function CaseNames({ cases, label }: { cases: readonly NamedCase[]; label: string }) {
  return (
    <ul class="pair-list" aria-label={label}>
      {cases.map((entry) => (
        <li key={entry.id}>
          <bdi>{caseTitle(entry)}</bdi>
        </li>
      ))}
    </ul>
  );
}
