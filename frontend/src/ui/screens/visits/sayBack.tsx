// Saying it back: all that was written down, by whomever, in large type to read aloud, and the patient's own words.
import type { Note } from "../../../domain/journal/notes";
import { type Question, questions } from "../../../domain/questions/questionEntries";
import { isOpen, visitingOf } from "../../../domain/visits/goingAlong";
import { type Heard, heardAt } from "../../../domain/visits/heard";
import { roomOrder } from "../../../domain/visits/room";
import { editSayBack, sayBack, type Visit, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import { timeText } from "../../../i18n/dates";
import visitWords from "../../../i18n/en/visit.json";
import { TextArea } from "../../components/textField";
import { shownText } from "../../entries/entryNames";
import { authorText } from "../../entries/useAuthor";
import { localNow } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import { BothWrote } from "../journal/bothWrote";
import { useAuthorsOf } from "../journal/by";
import "./after.css";

const t = messagesFrom(visitWords);

export function SayBack({ visit }: { visit: Visit }) {
  const { doc } = useOpened();
  const heard = heardAt(doc, visit.id);
  const said = new Set(heard.map(({ question }) => question?.id));
  const order = roomOrder(questions(doc), visitingOf(visit, visits(doc), localNow()));
  const open = order.filter((question) => isOpen(question) && !said.has(question.id));
  return (
    <>
      <dl class="heard">
        {heard.map((one) => (
          <Read key={one.question?.id ?? one.notes[0]?.id} heard={one} />
        ))}
        {open.length > 0 && <NotAsked open={open} />}
      </dl>
      {heard.length === 0 && <p class="quiet">{t("visitAfter.heardNone")}</p>}
      <TextArea
        label={t("visitAfter.sayBackStart")}
        rows={3}
        value={sayBack(doc, visit.id)}
        current={() => sayBack(doc, visit.id)}
        onInput={(next) => editSayBack(doc, visit.id, next)}
      />
    </>
  );
}

/** Two people's words about one question stand side by side. */
function Read({ heard: { question, isAnswered, notes } }: { heard: Heard }) {
  const isByTwo = question !== null && isAnswered && notes.length > 0;
  return (
    <div>
      {question && <dt dir="auto">{shownText(question.text)}</dt>}
      {question && isAnswered && !isByTwo && <Said of={question} at={question.answerBegunAt} text={question.answer} />}
      {notes.map((note) =>
        isByTwo ? (
          <dd key={note.id}>
            <BothWrote question={question} note={note} />
          </dd>
        ) : (
          <Said key={note.id} of={note} at={note.writtenAt} text={note.text} />
        ),
      )}
    </div>
  );
}

/** The person at this phone is not named beside their own words. */
function Said({ of, at, text }: { of: Question | Note; at: string; text: string }) {
  const others = useAuthorsOf(of)
    .filter(({ isMe }) => !isMe)
    .map(authorText);
  return (
    <dd>
      {others.length > 0 && <span class="quiet">{others.join(", ")}: </span>}
      <bdi>{text}</bdi> {at !== "" && <span class="quiet">{timeText(at)}</span>}
    </dd>
  );
}

function NotAsked({ open }: { open: readonly Question[] }) {
  return (
    <div>
      <dt>{t("visitAfter.notAsked")}</dt>
      {open.map(({ id, text }) => (
        <dd key={id} dir="auto">
          {text}
        </dd>
      ))}
    </div>
  );
}
