// One medicine: name, dose, how often, as the person takes it.
import type { OpenCase } from "../../../cases/book";
import { type MedicineFields, medicineEntries, setMedicine, setNoMedicines } from "../../../domain/medicines";
import { messagesFrom } from "../../../i18n";
import medicinesWords from "../../../i18n/en/medicines.json";
import { CaseScreen } from "../../components/caseScreen";
import { DeleteEntry, EntryGone } from "../../components/entryEnd";
import { RegisterField } from "../../components/registerField";
import type { Places } from "../../start/route";
import { useEntry, useNothingLeftBehind } from "../../useEntry";
import { MedicineBy } from "./medicineBy";

const t = messagesFrom(medicinesWords);

export function MedicinePage({ places }: { places: Places }) {
  return (
    <CaseScreen title={t("medicines.one")} back="/case/medicines">
      {(opened) => <MedicineForm opened={opened} id={places.id ?? ""} />}
    </CaseScreen>
  );
}

function MedicineForm({ opened, id }: { opened: OpenCase; id: string }) {
  const medicine = useEntry(opened, medicineEntries.list, id);
  useNothingLeftBehind(opened, "medicines", id, (doc) => medicineEntries.holdsWords(doc, id));
  if (medicine === null) return <EntryGone opened={opened} kind="medicines" id={id} />;
  const write = (fields: Partial<MedicineFields>) => {
    // The first word of a medicine takes an earlier "I take none" back; an entry left empty does not.
    if (!medicineEntries.holdsWords(opened.doc, id)) setNoMedicines(opened.doc, opened.writer, false);
    setMedicine(opened.doc, opened.writer, id, fields);
  };
  return (
    <div class="stack">
      <RegisterField
        label={t("medicines.name")}
        hint={t("medicines.nameHint")}
        field={medicine.name}
        onWrite={(name) => write({ name })}
        autoFocus={medicine.name.value === ""}
      />
      <RegisterField
        label={t("medicines.dose")}
        hint={t("medicines.doseHint")}
        field={medicine.dose}
        onWrite={(dose) => write({ dose })}
      />
      <RegisterField
        label={t("medicines.howOften")}
        hint={t("medicines.howOftenHint")}
        field={medicine.howOften}
        onWrite={(howOften) => write({ howOften })}
      />
      <p class="quiet">{t("medicines.doNotChange")}</p>
      <MedicineBy medicine={medicine} />
      <DeleteEntry opened={opened} kind="medicines" id={id} up="/case/medicines" />
    </div>
  );
}
