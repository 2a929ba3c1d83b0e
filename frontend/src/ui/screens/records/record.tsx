// One record: what it is, who has it, where it stands, and the dates that go with that.
import type { OpenCase } from "../../../cases/book";
import {
  fieldsForStatus,
  isEmptyRecord,
  type MedicalRecord,
  type RecordFields,
  type RecordStatus,
  recordEntries,
  recordKinds,
  recordStatuses,
  records,
  setRecord,
} from "../../../domain/records/records";
import { messagesFrom } from "../../../i18n";
import recordsWords from "../../../i18n/en/records.json";
import { CaseScreen } from "../../components/caseScreen";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { Select } from "../../components/select";
import { DeleteEntry, EntryGone } from "../../entries/entryEnd";
import { useEntry, useNothingLeftBehind } from "../../entries/useEntry";
import { today } from "../../start/localNow";
import type { Params } from "../../start/route";
import { RecordLetter } from "../letters/recordLetter";

const t = messagesFrom(recordsWords);

type Write = (fields: Partial<RecordFields>) => void;

export function RecordPage({ params }: { params: Params }) {
  return (
    <CaseScreen title={t("records.one")} back="/case/records">
      {(opened) => <RecordForm opened={opened} id={params.id ?? ""} />}
    </CaseScreen>
  );
}

function RecordForm({ opened, id }: { opened: OpenCase; id: string }) {
  const record = useEntry(opened, records, id);
  useNothingLeftBehind("records", id, (doc) => {
    const left = recordEntries.find(doc, id);
    return left === null || !isEmptyRecord(left);
  });
  if (record === null) return <EntryGone kind="records" id={id} />;
  const write: Write = (fields) => setRecord(opened.doc, opened.writer, id, fields);
  return (
    <div class="stack">
      <RegisterField
        label={t("records.what")}
        hint={t("records.whatHint")}
        field={record.what}
        onWrite={(what) => write({ what })}
        autoFocus={record.what.value === ""}
      />
      <RegisterField
        label={t("records.holder")}
        hint={t("records.holderHint")}
        field={record.holder}
        onWrite={(holder) => write({ holder })}
      />
      <Status record={record} write={write} />
      <RecordLetter opened={opened} record={record} />
      <Dates record={record} write={write} />
      <Kind record={record} write={write} />
      <DeleteEntry kind="records" id={id} up="/case/records" />
    </div>
  );
}

function Status({ record, write }: { record: MedicalRecord; write: Write }) {
  const choose = (status: RecordStatus) => write(fieldsForStatus(record, status, today()));
  return (
    <>
      <Choice
        legend={t("records.status")}
        options={recordStatuses.map((status) => ({ value: status, label: t(`records.statuses.${status}`) }))}
        value={record.status.value}
        onChoose={choose}
      />
      <ConflictField
        label={t("records.status")}
        field={record.status}
        show={(status) => t(`records.statuses.${status}`)}
        onChoose={choose}
      />
    </>
  );
}

function Dates({ record, write }: { record: MedicalRecord; write: Write }) {
  const status = record.status.value;
  return (
    <>
      {(status === "asked" || record.askedOn.value !== "") && (
        <RegisterDate label={t("records.askedOn")} field={record.askedOn} onWrite={(askedOn) => write({ askedOn })} />
      )}
      {(status === "have" || record.receivedOn.value !== "") && (
        <RegisterDate
          label={t("records.receivedOn")}
          field={record.receivedOn}
          onWrite={(receivedOn) => write({ receivedOn })}
        />
      )}
      <RegisterDate label={t("records.madeOn")} field={record.madeOn} onWrite={(madeOn) => write({ madeOn })} />
    </>
  );
}

function Kind({ record, write }: { record: MedicalRecord; write: Write }) {
  return (
    <>
      <Select
        label={t("records.kind")}
        options={recordKinds.map((kind) => ({ value: kind, label: t(`records.kinds.${kind}`) }))}
        value={record.kind.value}
        onChoose={(kind) => write({ kind })}
      />
      <ConflictField
        label={t("records.kind")}
        field={record.kind}
        show={(kind) => t(`records.kinds.${kind}`)}
        onChoose={(kind) => write({ kind })}
      />
    </>
  );
}
