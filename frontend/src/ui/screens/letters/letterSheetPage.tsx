// The letter and its reminder as sheets: to print, to share, to copy.

import { type Letter, letters } from "../../../domain/letters/letterEntries";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { CaseScreen } from "../../components/caseScreen";
import { Paper, PaperTools, PaperWords } from "../../components/paper";
import { EntryGone } from "../../entries/entryEnd";
import { addressOf } from "../../entries/entryNames";
import { useEntry } from "../../entries/useEntry";
import { today } from "../../start/localNow";
import type { Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { useCountryOf, wordsOf } from "./letterContent";
import { asText, type Paragraph } from "./letterText";

const t = messagesFrom(letterWords);

export function LetterSheetPage({ params }: { params: Params }) {
  return <SheetPage id={params.id ?? ""} isReminder={false} />;
}

export function ReminderSheetPage({ params }: { params: Params }) {
  return <SheetPage id={params.id ?? ""} isReminder />;
}

type Props = { id: string; isReminder: boolean };

function SheetPage({ id, isReminder }: Props) {
  return (
    <CaseScreen
      title={t(isReminder ? "letter.reminder" : "letter.one")}
      back={addressOf("letters", id)}
      dock={<Tools id={id} isReminder={isReminder} />}
    >
      <Sheet id={id} isReminder={isReminder} />
    </CaseScreen>
  );
}

function Sheet({ id, isReminder }: Props) {
  const letter = useEntry(letters, id);
  if (letter === null) return <EntryGone kind="letters" id={id} />;
  if (isReminder && letter.sentOn.value === "") return <p>{t("letter.notSentYet")}</p>;
  return <WithWords letter={letter} isReminder={isReminder} show="sheet" />;
}

function Tools({ id, isReminder }: Props) {
  const letter = useEntry(letters, id);
  if (letter === null || (isReminder && letter.sentOn.value === "")) return null;
  return <WithWords letter={letter} isReminder={isReminder} show="tools" />;
}

type WithWordsProps = { letter: Letter; isReminder: boolean; show: "sheet" | "tools" };

function WithWords({ letter, isReminder, show }: WithWordsProps) {
  const opened = useOpened();
  const paragraphs = wordsOf(opened.doc, letter, useCountryOf(letter), today(), isReminder);
  return show === "sheet" ? <LetterSheet paragraphs={paragraphs} /> : <PaperTools textOf={() => asText(paragraphs)} />;
}

// A letter as a sheet of paper.
export function LetterSheet({ paragraphs }: { paragraphs: readonly Paragraph[] }) {
  return (
    <Paper label={t("letter.preview")}>
      {paragraphs.map(({ text, isSubject, isOwn = false }, at) =>
        // By position: two paragraphs may say the same.
        isSubject ? <h2 key={at}>{text}</h2> : <PaperWords key={at} text={text} isOwn={isOwn} />,
      )}
    </Paper>
  );
}
