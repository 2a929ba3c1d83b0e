// What is on the page for this doctor, and whose page it is. Everything is on it until it is left out on purpose.

import { caseField } from "../../../domain/case/document";
import { helping } from "../../../domain/helping/helping";
import { chooseSection, type SheetSection, sectionChoice, sheetSections } from "../../../domain/summary/summary";
import { messagesFrom } from "../../../i18n";
import summaryWords from "../../../i18n/en/summary.json";
import { Switch } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { LinkRow, Rows } from "../../start/components/rows";
import { useOpened } from "../../start/useCase";
import { Patient } from "../letters/patient";
import { sectionTitle } from "./sectionTitle";

const t = messagesFrom(summaryWords);

type Props = { whom: string };

export function OnThePage({ whom }: Props) {
  const opened = useOpened();
  const isDisputed = sheetSections.some((section) => sectionChoice(opened.doc, whom, section).others.length > 0);
  return (
    <details class="fold" open={isDisputed}>
      <summary>{t("summary.onPage")}</summary>
      <div class="stack">
        <p>{t("summary.onPageWhy")}</p>
        {sheetSections.map((section) => (
          <Section key={section} whom={whom} section={section} />
        ))}
        <Rows>
          <LinkRow href="/case/seen" title={t("summary.seen")} detail={t("summary.seenDetail")} />
        </Rows>
      </div>
    </details>
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

export function NameAndBirth() {
  const { doc } = useOpened();
  const name = caseField(doc, "patientName", "");
  const birth = caseField(doc, "patientBirthDate", "");
  return (
    <details class="fold" open={name.others.length + birth.others.length > 0}>
      <summary>{t("summary.who")}</summary>
      <div class="stack">
        <p>{t("summary.whoWhy")}</p>
        <Patient />
      </div>
    </details>
  );
}
