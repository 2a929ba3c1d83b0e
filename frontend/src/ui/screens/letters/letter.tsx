// One letter: to whom, for what, why; as it reads below; and when it was sent and answered.
import { useRef } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import {
  isEmptyLetter,
  type Letter,
  type LetterFields,
  letterEntries,
  letters,
} from "../../../domain/letters/letterEntries";
import { correctDay } from "../../../domain/letters/letters";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { CaseScreen } from "../../components/caseScreen";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { TextArea } from "../../components/textField";
import { DeleteEntry, EntryGone } from "../../entries/entryEnd";
import { useEntry, useNothingLeftBehind } from "../../entries/useEntry";
import { LinkRow, Rows } from "../../start/components/rows";
import { today } from "../../start/localNow";
import type { Params } from "../../start/route";
import { exampleDay } from "../../text/exampleDay";
import { CountryRule } from "./countryRule";
import { useCountryOf, wordsOf } from "./letterContent";
import { LetterDock } from "./letterDock";
import { AskedParts } from "./letterParts";
import { LetterRecords } from "./letterRecords";
import { LetterSheet } from "./letterSheet";
import { LetterStanding } from "./letterStanding";
import { Patient } from "./patient";

const t = messagesFrom(letterWords);

type Write = (fields: Partial<LetterFields>) => void;

export function LetterPage({ params }: { params: Params }) {
  const id = params.id ?? "";
  return (
    <CaseScreen
      title={t("letter.one")}
      back="/case/records"
      wide
      dock={(opened) => <LetterDock opened={opened} id={id} />}
    >
      {(opened) => <OneLetter opened={opened} id={id} />}
    </CaseScreen>
  );
}

function OneLetter({ opened, id }: { opened: OpenCase; id: string }) {
  const letter = useEntry(opened, letters, id);
  useNothingLeftBehind("letters", id, (doc) => {
    const left = letterEntries.find(doc, id);
    return left === null || !isEmptyLetter(left);
  });
  if (letter === null) return <EntryGone kind="letters" id={id} />;
  const write: Write = (fields) => letterEntries.set(opened.doc, opened.writer, id, fields);
  return (
    <div class="columns">
      <Form opened={opened} letter={letter} write={write} />
      <div class="stack">
        <Preview opened={opened} letter={letter} />
        <Rows>
          <LinkRow href="/guide/card/R2" title={t("letter.guide")} />
        </Rows>
        <DeleteEntry kind="letters" id={id} up="/case/records" />
      </div>
    </div>
  );
}

type FormProps = { opened: OpenCase; letter: Letter; write: Write };

function Form({ opened, letter, write }: FormProps) {
  const { id, holder, reason, extra } = letter;
  return (
    <div class="stack">
      <LetterStanding opened={opened} letter={letter} />
      <RegisterField
        label={t("letter.holder")}
        hint={t("letter.holderHint")}
        field={holder}
        onWrite={(name) => write({ holder: name })}
        autoFocus={holder.value === ""}
      />
      <LetterRecords opened={opened} letter={letter} />
      <AskedParts letter={letter} write={write} />
      <RegisterField
        label={t("letter.reason")}
        hint={t("letter.reasonHint", { date: exampleDay("2026-12-03") })}
        field={reason}
        onWrite={(words) => write({ reason: words })}
      />
      <Patient opened={opened} />
      <CountryRule letter={letter} write={write} />
      <TextArea
        label={t("letter.extra")}
        hint={t("letter.extraHint")}
        value={extra}
        current={() => letterEntries.find(opened.doc, id)?.extra ?? ""}
        onInput={(next) => letterEntries.write(opened.doc, id, "extra", next)}
        rows={3}
      />
      <Day name="sentOn" label={t("letter.sentOn")} opened={opened} letter={letter} />
      {letter.answeredOn.value !== "" && (
        <Day name="arrivedOn" label={t("letter.arrivedOn")} opened={opened} letter={letter} />
      )}
      <Day name="answeredOn" label={t("letter.answeredOn")} opened={opened} letter={letter} />
    </div>
  );
}

type DayProps = {
  name: "sentOn" | "arrivedOn" | "answeredOn";
  label: string;
  opened: OpenCase;
  letter: Letter;
};

/** Nothing at all before there is a day; then it stays, also while it is empty between two dates. */
function Day({ name, label, opened, letter }: DayProps) {
  const field = letter[name];
  const isShown = useRef(false);
  isShown.current ||= field.value !== "" || field.others.length > 0;
  if (!isShown.current) return null;
  const correct = (date: string) => correctDay(opened.doc, opened.writer, letter, name, date);
  return <RegisterDate label={label} field={field} onWrite={correct} />;
}

function Preview({ opened, letter }: { opened: OpenCase; letter: Letter }) {
  const country = useCountryOf(letter);
  return (
    <section class="stack">
      <h2>{t("letter.preview")}</h2>
      <LetterSheet paragraphs={wordsOf(opened.doc, letter, country, today(), false)} />
    </section>
  );
}
