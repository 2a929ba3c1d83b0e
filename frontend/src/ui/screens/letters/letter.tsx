// One letter, to read, to show, to send; and its form: to whom, for what, why, and when it was sent and answered.

import { useRef } from "preact/hooks";
import { type Letter, letterEntries } from "../../../domain/letters/letterEntries";
import { correctDay } from "../../../domain/letters/letters";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { Paper } from "../../components/paper";
import { RegisterDate } from "../../components/registerField";
import { DeleteEntry } from "../../entries/entryEnd";
import { EntryPage } from "../../entries/entryPage";
import { LinkRow, Rows } from "../../start/components/rows";
import { today } from "../../start/localNow";
import type { Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { exampleDay } from "../../text/whenText";
import { CountryRule } from "./countryRule";
import { useCountryOf, wordsOf } from "./letterContent";
import { LetterDock } from "./letterDock";
import { AskedParts, LetterField, said } from "./letterField";
import { holderName } from "./letterList";
import { LetterRecords } from "./letterRecords";
import { LetterStanding } from "./letterStanding";
import { NameAndBirth } from "./nameAndBirth";
import { Paragraphs } from "./paragraphs";

const t = messagesFrom(letterWords);

export function LetterPage({ params }: { params: Params }) {
  return (
    <EntryPage
      of={letterEntries}
      id={params.id ?? ""}
      title={t("letter.one")}
      up="/case/records"
      wide
      page={(letter) => ({
        words: said,
        name: holderName(letter),
        isWithoutTitle: true,
        sheet: <Sheet letter={letter} />,
        above: <LetterStanding letter={letter} />,
        main: <LetterDock letter={letter} />,
        below: (
          <Rows>
            <LinkRow href="/guide/card/R2" title={t("letter.guide")} />
          </Rows>
        ),
      })}
    >
      {(letter) => (
        <div class="columns">
          <Form letter={letter} />
          <div class="stack">
            <div class="stack only-wide">
              <h2>{t("letter.preview")}</h2>
              <Paper label={t("letter.preview")}>
                <Sheet letter={letter} />
              </Paper>
            </div>
            <DeleteEntry />
          </div>
        </div>
      )}
    </EntryPage>
  );
}

function Form({ letter }: { letter: Letter }) {
  return (
    <div class="stack">
      <LetterField of={letter} name="holder" comesFirst />
      <LetterRecords letter={letter} />
      <AskedParts letter={letter} />
      <LetterField of={letter} name="reason" hint={t("letter.reasonHint", { date: exampleDay("2026-12-03") })} />
      <NameAndBirth />
      <CountryRule letter={letter} />
      <LetterField of={letter} name="extra" rows={3} />
      <Day name="sentOn" label={t("letter.sentOn")} letter={letter} />
      <Day name="arrivedOn" label={t("letter.arrivedOn")} letter={letter} />
      <Day name="answeredOn" label={t("letter.answeredOn")} letter={letter} />
    </div>
  );
}

type DayProps = {
  name: "sentOn" | "arrivedOn" | "answeredOn";
  label: string;
  letter: Letter;
};

/** Renders nothing before there is a day; then it stays, even while it is empty between two dates. */
function Day({ name, label, letter }: DayProps) {
  const opened = useOpened();
  const field = letter[name];
  const isShown = useRef(false);
  isShown.current ||= field.value !== "" || field.others.length > 0;
  if (!isShown.current) return null;
  const correct = (date: string) => correctDay(opened.doc, opened.writer, letter, name, date);
  return <RegisterDate label={label} field={field} onWrite={correct} />;
}

function Sheet({ letter }: { letter: Letter }) {
  const { doc } = useOpened();
  return <Paragraphs of={wordsOf(doc, letter, useCountryOf(letter), today(), false)} />;
}
