// One letter: to whom, for what, why; as it reads below; and when it was sent and answered.
import { useRef } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import {
  isEmptyRequest,
  type RecordRequest,
  type RequestFields,
  requestEntries,
  requests,
} from "../../../domain/requestEntries";
import { correctDay } from "../../../domain/requests";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letter.json";
import { CaseScreen } from "../../components/caseScreen";
import { DeleteEntry, EntryGone } from "../../components/entryEnd";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { TextArea } from "../../components/textField";
import { exampleDay } from "../../exampleDay";
import { LinkRow, Rows } from "../../start/components/rows";
import { today } from "../../start/localNow";
import type { Places } from "../../start/route";
import { useEntry, useNothingLeftBehind } from "../../useEntry";
import { CountryRule } from "./countryRule";
import { useCountryOf, wordsOf } from "./letterOf";
import { LetterSheet } from "./letterSheet";
import { Patient } from "./patient";
import { RequestDock } from "./requestDock";
import { AskedParts } from "./requestParts";
import { RequestRecords } from "./requestRecords";
import { RequestStanding } from "./requestStanding";

const t = messagesFrom(letterWords);

type Write = (fields: Partial<RequestFields>) => void;

export function RequestPage({ places }: { places: Places }) {
  const id = places.id ?? "";
  return (
    <CaseScreen
      title={t("letter.one")}
      back="/case/records"
      wide
      dock={(opened) => <RequestDock opened={opened} id={id} />}
    >
      {(opened) => <Request opened={opened} id={id} />}
    </CaseScreen>
  );
}

function Request({ opened, id }: { opened: OpenCase; id: string }) {
  const request = useEntry(opened, requests, id);
  useNothingLeftBehind("requests", id, (doc) => {
    const left = requestEntries.find(doc, id);
    return left === null || !isEmptyRequest(left);
  });
  if (request === null) return <EntryGone kind="requests" id={id} />;
  const write: Write = (fields) => requestEntries.set(opened.doc, opened.writer, id, fields);
  return (
    <div class="columns">
      <Form opened={opened} request={request} write={write} />
      <div class="stack">
        <Preview opened={opened} request={request} />
        <Rows>
          <LinkRow href="/guide/card/R2" title={t("letter.guide")} />
        </Rows>
        <DeleteEntry kind="requests" id={id} up="/case/records" />
      </div>
    </div>
  );
}

type FormProps = { opened: OpenCase; request: RecordRequest; write: Write };

function Form({ opened, request, write }: FormProps) {
  const { id, holder, reason, extra } = request;
  return (
    <div class="stack">
      <RequestStanding opened={opened} request={request} />
      <RegisterField
        label={t("letter.holder")}
        hint={t("letter.holderHint")}
        field={holder}
        onWrite={(name) => write({ holder: name })}
        autoFocus={holder.value === ""}
      />
      <RequestRecords opened={opened} request={request} />
      <AskedParts request={request} write={write} />
      <RegisterField
        label={t("letter.reason")}
        hint={t("letter.reasonHint", { date: exampleDay("2026-12-03") })}
        field={reason}
        onWrite={(words) => write({ reason: words })}
      />
      <Patient opened={opened} />
      <CountryRule request={request} write={write} />
      <TextArea
        label={t("letter.extra")}
        hint={t("letter.extraHint")}
        value={extra}
        current={() => requestEntries.find(opened.doc, id)?.extra ?? ""}
        onInput={(next) => requestEntries.write(opened.doc, id, "extra", next)}
        rows={3}
      />
      <Day name="sentOn" label={t("letter.sentOn")} opened={opened} request={request} />
      {request.answeredOn.value !== "" && (
        <Day name="arrivedOn" label={t("letter.arrivedOn")} opened={opened} request={request} />
      )}
      <Day name="answeredOn" label={t("letter.answeredOn")} opened={opened} request={request} />
    </div>
  );
}

type DayProps = {
  name: "sentOn" | "arrivedOn" | "answeredOn";
  label: string;
  opened: OpenCase;
  request: RecordRequest;
};

/** Nothing at all before there is a day; then it stays, also while it is empty between two dates. */
function Day({ name, label, opened, request }: DayProps) {
  const field = request[name];
  const isShown = useRef(false);
  isShown.current ||= field.value !== "" || field.others.length > 0;
  if (!isShown.current) return null;
  const correct = (date: string) => correctDay(opened.doc, opened.writer, request, name, date);
  return <RegisterDate label={label} field={field} onWrite={correct} />;
}

function Preview({ opened, request }: { opened: OpenCase; request: RecordRequest }) {
  const country = useCountryOf(request);
  return (
    <section class="stack">
      <h2>{t("letter.preview")}</h2>
      <LetterSheet paragraphs={wordsOf(opened.doc, request, country, today(), false)} />
    </section>
  );
}
