// Who the patient is and who writes for them, for use on paper. Stored once for the case; nobody has to fill it in.

import { caseField, setCaseField } from "../../../domain/case/document";
import { messagesFrom } from "../../../i18n";
import helpingWords from "../../../i18n/en/helping.json";
import letterWords from "../../../i18n/en/letters.json";
import { RegisterField, RegisterKnownDate } from "../../components/registerField";
import { LinkRow, Rows } from "../../start/components/rows";
import { useOpened } from "../../start/useCase";
import { writtenBy } from "../../text/writtenBy";

const t = messagesFrom(helpingWords, letterWords);

export function Patient() {
  const opened = useOpened();
  const write = (name: string) => (value: string) => setCaseField(opened.doc, opened.writer, name, value);
  return (
    <>
      <RegisterField
        label={t("letter.name")}
        field={caseField(opened.doc, "patientName", "")}
        onWrite={write("patientName")}
      />
      <RegisterKnownDate
        label={t("letter.born")}
        field={caseField(opened.doc, "patientBirthDate", "")}
        onWrite={write("patientBirthDate")}
      />
      <Rows>
        <LinkRow
          href="/case/helping"
          title={t("helping.title")}
          detail={t("helping.by", { who: writtenBy(opened.doc) })}
        />
      </Rows>
    </>
  );
}
