// Whether this is the doctor whom the person wants to ask: one tap sets it, another takes it back. Writing a doctor
// down chooses nobody, and neither does planning a visit.

import type { Field } from "../../domain/case/document";
import type { Chosen } from "../../domain/doctors/chosen";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import { Switch } from "./choice";
import { ConflictField } from "./conflictField";

const t = messagesFrom(entriesWords);

type Props = { field: Field<Chosen>; onChoose: (chosen: Chosen) => void };

export function ChosenDoctor({ field, onChoose }: Props) {
  return (
    <>
      <Switch label={t("entry.chosen")} on={field.value === "yes"} onChange={(isOn) => onChoose(isOn ? "yes" : "")} />
      <ConflictField
        label={t("entry.chosen")}
        field={field}
        show={(chosen) => t(chosen === "yes" ? "entry.isChosen" : "entry.notChosen")}
        onChoose={onChoose}
      />
    </>
  );
}
