// One record, to read, and its form: what it is, who has it, its status, and the dates that go with the status.
import { fieldsForStatus, recordEntries } from "../../../domain/records/records";
import { messagesFrom } from "../../../i18n";
import recordsWords from "../../../i18n/en/records.json";
import { fieldsOf } from "../../components/fields";
import { DeleteEntry } from "../../entries/entryEnd";
import { EntryPage } from "../../entries/entryPage";
import { FieldWords } from "../../entries/fieldWords";
import { today } from "../../start/localNow";
import type { Params } from "../../start/router";
import { settled } from "../../text/settled";
import { RecordLetter } from "../letters/recordLetter";

const t = messagesFrom(recordsWords);
const words = new FieldWords(recordEntries, recordsWords, "records");
const Field = fieldsOf(recordEntries, recordsWords, "records");

export function RecordPage({ params }: { params: Params }) {
  return (
    <EntryPage
      of={recordEntries}
      id={params.id ?? ""}
      title={t("records.one")}
      up="/case/records"
      page={(record) => ({
        words,
        name: settled(record.what),
        without: ["what"],
        below: <RecordLetter record={record} />,
      })}
    >
      {(record) => {
        const { askedOn, receivedOn } = record;
        const status = record.status.value;
        return (
          <div class="stack">
            <Field of={record} name="what" comesFirst />
            <Field of={record} name="holder" />
            <Field of={record} name="status" along={(next) => fieldsForStatus(record, next, today())} />
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
