// One record: what it is, who has it, its status, and the dates that go with the status.
import { fieldsForStatus, recordEntries } from "../../../domain/records/records";
import { messagesFrom } from "../../../i18n";
import recordsWords from "../../../i18n/en/records.json";
import { fieldsOf } from "../../components/fields";
import { DeleteEntry } from "../../entries/entryEnd";
import { EntryPage } from "../../entries/entryPage";
import { today } from "../../start/localNow";
import type { Params } from "../../start/router";
import { RecordLetter } from "../letters/recordLetter";

const t = messagesFrom(recordsWords);
const Field = fieldsOf(recordEntries, recordsWords, "records");

export function RecordPage({ params }: { params: Params }) {
  return (
    <EntryPage of={recordEntries} id={params.id ?? ""} title={t("records.one")} up="/case/records">
      {(record) => {
        const { askedOn, receivedOn } = record;
        const status = record.status.value;
        return (
          <div class="stack">
            <Field of={record} name="what" comesFirst />
            <Field of={record} name="holder" />
            <Field of={record} name="status" along={(next) => fieldsForStatus(record, next, today())} />
            <RecordLetter record={record} />
            {(status === "asked" || askedOn.value !== "") && <Field of={record} name="askedOn" />}
            {(status === "have" || receivedOn.value !== "") && <Field of={record} name="receivedOn" />}
            <Field of={record} name="madeOn" />
            <Field of={record} name="kind" as="picker" />
            <DeleteEntry />
          </div>
        );
      }}
    </EntryPage>
  );
}
