// The reminder that follows a letter, to read, to print, to share.
import { type Letter, letterEntries, letters } from "../../../domain/letters/letterEntries";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { CaseScreen } from "../../components/caseScreen";
import { Paper, PaperTools } from "../../components/paper";
import { EntryGone } from "../../entries/entryEnd";
import { addressOf } from "../../entries/entryNames";
import { useEntry } from "../../entries/useEntry";
import { useTitle } from "../../entries/useTitle";
import { today } from "../../start/localNow";
import type { Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { useCountryOf, wordsOf } from "./letterContent";
import { Paragraphs } from "./paragraphs";

const t = messagesFrom(letterWords);

export function ReminderPage({ params }: { params: Params }) {
  const id = params.id ?? "";
  const titles = useTitle(t("letter.reminder"), letterEntries, id);
  return (
    <CaseScreen {...titles} back={addressOf("letters", id)} dock={<PaperTools />}>
      <Reminder id={id} />
    </CaseScreen>
  );
}

function Reminder({ id }: { id: string }) {
  const letter = useEntry(letters, id);
  if (letter === null) return <EntryGone kind="letters" id={id} />;
  if (letter.sentOn.value === "") return <p>{t("letter.notSentYet")}</p>;
  return <Sheet letter={letter} />;
}

function Sheet({ letter }: { letter: Letter }) {
  const { doc } = useOpened();
  return (
    <Paper label={t("letter.preview")}>
      <Paragraphs of={wordsOf(doc, letter, useCountryOf(letter), today(), true)} />
    </Paper>
  );
}
