// Which visit a note or a question belongs to.

import type { Field } from "../../domain/case/document";
import { visits } from "../../domain/visits/visits";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import { visitLabel, visitOf } from "../entries/entryNames";
import { useCaseValue } from "../start/useCase";
import { ConflictField } from "./conflictField";
import { Select } from "./select";

const t = messagesFrom(entriesWords);

type Props = {
  field: Field<string | null>;
  onChoose: (visit: string | null) => void;
  label?: string;
  /** What choosing none means. */
  none?: string;
};

/** Renders nothing while the case has no visits. */
export function VisitSelect({ field, onChoose, label = t("entry.visit"), none = t("entry.noVisit") }: Props) {
  const all = useCaseValue(visits);
  const chosen = useCaseValue((doc) => visitOf(doc, field.value));
  const listed = chosen === null || all.includes(chosen) ? all : [...all, chosen];
  if (listed.length === 0) return null;
  const options = [
    { value: null, label: none },
    ...listed.map((visit) => ({ value: visit.id, label: visitLabel(visit) })),
  ];
  const nameOf = (id: string | null) => options.find((option) => option.value === id)?.label ?? none;
  return (
    <>
      <Select label={label} options={options} value={field.value} onChoose={onChoose} />
      <ConflictField label={label} field={field} show={nameOf} onChoose={onChoose} />
    </>
  );
}
