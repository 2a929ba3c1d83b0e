// What two people wrote down about one question, side by side. Whether it is the same is for the patient to say, never
// for the app; until then, and while it differs, asking again is one tap away.
import { isSame, type Note, noteEntries } from "../../../domain/journal/notes";
import type { Question } from "../../../domain/questions/questionEntries";
import { tickQuestion } from "../../../domain/questions/questions";
import { isOver } from "../../../domain/visits/goingAlong";
import { messagesFrom } from "../../../i18n";
import { timeText } from "../../../i18n/dates";
import journalWords from "../../../i18n/en/journal.json";
import visitWords from "../../../i18n/en/visit.json";
import { fieldsOf } from "../../components/fields";
import { visitOf } from "../../entries/entryNames";
import { authorText } from "../../entries/useAuthor";
import { Button } from "../../start/components/button";
import { localNow } from "../../start/localNow";
import { navigate } from "../../start/router";
import { useBook } from "../../start/useBook";
import { companionshipIn, useOpened } from "../../start/useCase";
import { stepAddress } from "../visits/visitLinks";
import { useAuthorsOf } from "./by";
import "./journal.css";

const t = messagesFrom(journalWords, visitWords);
const Field = fieldsOf(noteEntries, journalWords, "journal");

type Props = { question: Question; note: Note };

export function BothWrote({ question, note }: Props) {
  const opened = useOpened();
  const book = useBook();
  const isPatient = book !== null && companionshipIn(book, opened) === null;
  const differs = !isSame(question.answer, note.text);
  return (
    <div class={differs && note.agrees.value !== "same" ? "both both-open" : "both"}>
      <dl>
        <Heard of={question} at={question.answerBegunAt} text={question.answer} />
        <Heard of={note} at={note.writtenAt} text={note.text} />
      </dl>
      {differs && isPatient && <Field of={note} name="agrees" as="compact" />}
      {differs && note.agrees.value !== "same" && <AskAgain question={question} note={note} />}
    </div>
  );
}

function Heard({ of, at, text }: { of: Note | Question; at: string; text: string }) {
  const parts = [...useAuthorsOf(of).map(authorText), at && timeText(at)];
  return (
    <div>
      <dt class="quiet">{parts.filter(Boolean).join(" · ")}</dt>
      <dd dir="auto">{text}</dd>
    </div>
  );
}

/** During the visit it is asked at once; afterwards it is open again, and so it comes along to the next one. */
function AskAgain({ question, note }: Props) {
  const { doc, writer } = useOpened();
  const visit = visitOf(doc, note.visit.value);
  const isHere = visit !== null && !isOver(visit, localNow());
  if (!isHere && question.answeredAt === null) return <p>{t("visitAfter.goesOn", { count: 1 })}</p>;
  const ask = () => {
    tickQuestion(doc, writer, question.id, false);
    if (isHere) navigate(`${stepAddress(visit.id, "during")}?at=${question.id}`);
  };
  return (
    <Button look="plain" onClick={ask}>
      {t(isHere ? "journal.askNow" : "journal.askLater")}
    </Button>
  );
}
