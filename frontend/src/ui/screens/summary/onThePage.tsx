// What is on the page for this doctor, and whose page it is. Everything is on it until it is left out on purpose.

import { caseField, setCaseField } from "../../../domain/case/document";
import { chooseSection, type SheetSection, sectionChoice, sheetSections } from "../../../domain/summary/summary";
import { messagesFrom } from "../../../i18n";
import summaryWords from "../../../i18n/en/summary.json";
import { Switch } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { LinkRow, Rows } from "../../start/components/rows";
import { useOpened } from "../../start/useCase";

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
  const label = t(`sheet.sections.${section}`);
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
  const { doc, writer } = useOpened();
  const name = caseField(doc, "patientName", "");
  const birth = caseField(doc, "patientBirthDate", "");
  return (
    <details class="fold" open={name.others.length + birth.others.length > 0}>
      <summary>{t("summary.who")}</summary>
      <div class="stack">
        <p>{t("summary.whoWhy")}</p>
        <RegisterField
          label={t("summary.name")}
          field={name}
          onWrite={(value) => setCaseField(doc, writer, "patientName", value)}
        />
        <RegisterDate
          label={t("summary.born")}
          field={birth}
          onWrite={(value) => setCaseField(doc, writer, "patientBirthDate", value)}
        />
      </div>
    </details>
  );
}
