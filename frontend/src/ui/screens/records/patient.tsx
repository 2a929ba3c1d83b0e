// Who the patient is, for what goes on paper. Kept once for the case; nobody has to fill it in.
import "../../../i18n/words/letter";
import type { OpenCase } from "../../../cases/book";
import { caseField, setCaseField } from "../../../domain/document";
import { t } from "../../../i18n";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { useChanges } from "../../useCase";

export function Patient({ opened }: { opened: OpenCase }) {
  useChanges(opened);
  const write = (name: string) => (value: string) => setCaseField(opened.doc, opened.writer, name, value);
  return (
    <>
      <RegisterField
        label={t("letter.name")}
        field={caseField(opened.doc, "patientName", "")}
        onWrite={write("patientName")}
      />
      <RegisterDate
        label={t("letter.born")}
        field={caseField(opened.doc, "patientBirthDate", "")}
        onWrite={write("patientBirthDate")}
      />
    </>
  );
}
