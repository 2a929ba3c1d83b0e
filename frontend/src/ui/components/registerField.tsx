// A short field of the case with its label: its value, and both values when two phones wrote at once.
import type { Field } from "../../domain/case/document";
import { dayText } from "../../i18n/dates";
import { whenText } from "../text/whenText";
import { ConflictField } from "./conflictField";
import { DateField } from "./dateField";
import { KnownDate } from "./knownDate";
import { TextArea, TextField } from "./textField";

type Props = { label: string; hint?: string; field: Field; onWrite: (value: string) => void; autoFocus?: boolean };

/** `isLong` makes it taller than one line. */
export function RegisterField({
  label,
  hint,
  field,
  onWrite,
  autoFocus = false,
  isLong = false,
}: Props & { isLong?: boolean }) {
  const typed = { label, hint, value: field.value, onInput: onWrite, autoFocus };
  return (
    <>
      {isLong ? <TextArea {...typed} rows={3} /> : <TextField {...typed} />}
      <ConflictField label={label} field={field} onChoose={onWrite} />
    </>
  );
}

/** A date of the past, which may be known in part. */
export function RegisterKnownDate({ label, field, onWrite }: Props) {
  return (
    <>
      <KnownDate label={label} value={field.value} onInput={onWrite} />
      <ConflictField label={label} field={field} show={dayText} onChoose={onWrite} />
    </>
  );
}

export function RegisterDate({ label, hint, field, onWrite, withTime = false }: Props & { withTime?: boolean }) {
  return (
    <>
      <DateField label={label} hint={hint} value={field.value} onInput={onWrite} withTime={withTime} />
      <ConflictField label={label} field={field} show={withTime ? whenText : dayText} onChoose={onWrite} />
    </>
  );
}
