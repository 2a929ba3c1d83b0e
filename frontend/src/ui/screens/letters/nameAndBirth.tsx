// Whose paper it is, opened on request: it is filled in once for all papers.

import { caseField } from "../../../domain/case/document";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { Fold } from "../../components/fold";
import { useOpened } from "../../start/useCase";
import { settled } from "../../text/settled";
import { Patient } from "./patient";

const t = messagesFrom(letterWords);

export function NameAndBirth() {
  const { doc } = useOpened();
  const name = caseField(doc, "patientName", "");
  const birth = caseField(doc, "patientBirthDate", "");
  return (
    <Fold
      heading={t("letter.nameAndBirth")}
      detail={settled(name)}
      isOpen={name.others.length + birth.others.length > 0}
    >
      <p>{t("letter.nameAndBirthWhy")}</p>
      <Patient />
    </Fold>
  );
}
