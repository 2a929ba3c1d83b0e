// What changes with the status of a record: its day is filled in once, and never written over. Pure.
import type { MedicalRecord, RecordFields, RecordStatus } from "../../../domain/records";

/** The fields to write when the person says where a record stands. `today` is YYYY-MM-DD. */
export function fieldsForStatus(record: MedicalRecord, status: RecordStatus, today: string): Partial<RecordFields> {
  if (status === "asked" && record.askedOn.value === "") return { status, askedOn: today };
  if (status === "have" && record.receivedOn.value === "") return { status, receivedOn: today };
  return { status };
}
