// What came out of a file, and the way to it.
import { FolderOpen } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { OpenedCopy } from "../../../cases/copy/copies";
import { messagesFrom } from "../../../i18n";
import copyWords from "../../../i18n/en/copy.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { isolated } from "../../start/isolate";
import { navigate } from "../../start/router";
import { useServices } from "../../start/services";
import { caseTitle, useBook } from "../../start/useBook";

const t = messagesFrom(copyWords);

type Props = { done: Extract<OpenedCopy, { ok: true }>; onAgain: () => void };

export function Arrived({ done: { id, isNew, hasNews }, onAgain }: Props) {
  const { settings } = useServices();
  const entry = useBook()
    ?.cases()
    .find((known) => known.id === id);
  useEffect(() => {
    settings.currentCase.value = id;
  }, [id]);
  const title = isolated(entry ? caseTitle(entry) : "");
  return (
    <div class="stack">
      <Card heading={t(`openCopy.${isNew ? "doneNew" : hasNews ? "doneMerged" : "doneKnown"}`, { title })}>
        <div role="status">{(isNew || hasNews) && <p>{t("openCopy.whose")}</p>}</div>
        <Button icon={FolderOpen} onClick={() => navigate("/")}>
          {t("openCopy.show")}
        </Button>
      </Card>
      <Button look="plain" onClick={onAgain}>
        {t("openCopy.another")}
      </Button>
    </div>
  );
}
