// A screen that shows part of the open case: waits while it opens, and says what to do when there is none.
import { FolderOpen, Plus } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { stayOn } from "../../cases/stay";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import homeWords from "../../i18n/en/home.json";
import { ButtonLink } from "../start/components/button";
import { CaseGate } from "../start/components/caseGate";
import { Later } from "../start/components/later";
import { Screen } from "../start/components/screen";
import { useServices } from "../start/services";
import { useGoneSince } from "../start/useBook";
import { EmptyState } from "./emptyState";
import "../start/components/columns.css";

const t = messagesFrom(entriesWords, homeWords);

type Props = {
  title: string;
  /** For titles that hold typed words. */
  documentTitle?: string;
  tab?: "page";
  back?: string;
  /** The one main action, in thumb reach. Shown only while a case is open. */
  dock?: ComponentChildren;
  kicker?: ComponentChildren;
  wide?: boolean;
  withoutNav?: boolean;
  withoutStatus?: boolean;
  children: ComponentChildren;
};

export function CaseScreen({ dock, children, ...frame }: Props) {
  const current = useServices().openCase.value;
  const opened = current.state === "open" ? current.opened : null;
  useEffect(() => (opened ? stayOn(opened) : undefined), [opened]);
  return (
    <Screen {...frame} dock={opened ? dock : undefined}>
      <CaseGate none={<NoCase />}>{children}</CaseGate>
    </Screen>
  );
}

function NoCase() {
  const goneSince = useGoneSince();
  if (goneSince !== "") {
    return (
      <>
        <h2>{t("welcome.gone")}</h2>
        <Later load={async () => (await import("../screens/trouble/gone")).Gone} given={{ day: goneSince }} />
      </>
    );
  }
  return (
    <EmptyState icon={FolderOpen} title={t("noCase.title")} why={t("noCase.why")}>
      <ButtonLink href="/cases/new" icon={Plus}>
        {t("welcome.start")}
      </ButtonLink>
    </EmptyState>
  );
}
