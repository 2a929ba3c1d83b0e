// What is on the page for this doctor. Everything is on it until it is left out on purpose.

import { helping } from "../../../domain/helping/helping";
import { chooseSection, type SheetSection, sectionChoice, sheetSections } from "../../../domain/summary/summary";
import { messagesFrom } from "../../../i18n";
import summaryWords from "../../../i18n/en/summary.json";
import { Switch } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { Fold } from "../../components/fold";
import { LinkRow, Rows } from "../../start/components/rows";
import { useOpened } from "../../start/useCase";
import { sectionTitle } from "./sectionTitle";

const t = messagesFrom(summaryWords);

type Props = { whom: string };

export function OnThePage({ whom }: Props) {
  const opened = useOpened();
  const isDisputed = sheetSections.some((section) => sectionChoice(opened.doc, whom, section).others.length > 0);
  return (
    <Fold heading={t("summary.onPage")} isOpen={isDisputed}>
      <p>{t("summary.onPageWhy")}</p>
      {sheetSections.map((section) => (
        <Section key={section} whom={whom} section={section} />
      ))}
      <Rows>
        <LinkRow href="/case/seen" title={t("summary.seen")} detail={t("summary.seenDetail")} />
      </Rows>
    </Fold>
  );
}

function Section({ whom, section }: Props & { section: SheetSection }) {
  const { doc, writer } = useOpened();
  const choice = sectionChoice(doc, whom, section);
  const label = sectionTitle(section, helping(doc) !== null);
  const choose = (isOn: boolean) => chooseSection(doc, writer, whom, section, isOn);
  return (
    <>
      <Switch label={label} on={choice.value || choice.others.includes(true)} onChange={choose} />
      <ConflictField
        label={label}
        field={choice}
        show={(isOn) => t(isOn ? "summary.choiceOn" : "summary.choiceOff")}
        onChoose={choose}
      />
    </>
  );
}
