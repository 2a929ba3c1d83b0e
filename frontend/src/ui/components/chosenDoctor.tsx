// Whether this is the doctor whom the person wants to ask: one tap, taken back with another. Nobody is chosen by being written
// down, nor by a visit that is planned.
import "../../i18n/words/entries";
import type { Chosen } from "../../domain/chosen";
import type { Field } from "../../domain/document";
import { t } from "../../i18n";
import { Switch } from "./choice";
import { ConflictField } from "./conflictField";

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
