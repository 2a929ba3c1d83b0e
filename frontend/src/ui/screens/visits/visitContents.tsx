// What belongs to a visit: its notes, and the questions to ask there.
import { Pencil, Plus } from "lucide-preact";
import { useMemo } from "preact/hooks";
import { notes } from "../../../domain/journal/notes";
import { questions } from "../../../domain/questions/questionEntries";
import { addQuestion, assignQuestion } from "../../../domain/questions/questions";
import { visitingOf } from "../../../domain/visits/goingAlong";
import { roomOrder } from "../../../domain/visits/room";
import { type Visit, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import { timeText, weekdayText } from "../../../i18n/dates";
import questionsWords from "../../../i18n/en/questions.json";
import visitsWords from "../../../i18n/en/visits.json";
import { Said } from "../../components/said";
import { addressOf } from "../../entries/entryNames";
import { Button, ButtonLink } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { localNow, today } from "../../start/localNow";
import { navigate } from "../../start/router";
import { useCaseValue, useOpened } from "../../start/useCase";

const t = messagesFrom(questionsWords, visitsWords);

type Props = { visit: string };

export function VisitNotes({ visit }: Props) {
  const all = useCaseValue(notes);
  const own = useMemo(() => all.filter((note) => note.visit.value === visit), [all, visit]);
  return (
    <section class="stack">
      <h2>{t("visits.notes")}</h2>
      {own.length === 0 && <p class="quiet">{t("visits.notesNone")}</p>}
      {own.length > 0 && (
        <Rows label={t("visits.notes")}>
          {own.map((note) => (
            <LinkRow
              key={note.id}
              href={addressOf("notes", note.id)}
              title={<Said text={note.text} />}
              detail={`${weekdayText(note.writtenAt, today())} · ${timeText(note.writtenAt)}`}
            />
          ))}
        </Rows>
      )}
      <ButtonLink href={`/journal/note/new?visit=${visit}`} icon={Pencil}>
        {t("visits.writeNote")}
      </ButtonLink>
    </section>
  );
}

export function VisitQuestions({ visit }: { visit: Visit }) {
  const opened = useOpened();
  const all = useCaseValue(questions);
  const own = roomOrder(all, visitingOf(visit, useCaseValue(visits), localNow()));
  const add = () => {
    const id = addQuestion(opened.doc, opened.writer, "");
    assignQuestion(opened.doc, opened.writer, id, visit.id);
    navigate(addressOf("questions", id));
  };
  return (
    <section class="stack">
      <h2>{t("visits.questions")}</h2>
      {own.length === 0 && <p class="quiet">{t("visits.questionsNone")}</p>}
      {own.length > 0 && (
        <Rows label={t("visits.questions")}>
          {own.map((question) => (
            <LinkRow
              key={question.id}
              href={addressOf("questions", question.id)}
              title={<Said text={question.text} />}
              detail={question.answeredAt === null ? undefined : t("questions.tick")}
            />
          ))}
        </Rows>
      )}
      <Button look="quiet" icon={Plus} onClick={add}>
        {t("visits.addQuestion")}
      </Button>
      <ButtonLink look="plain" href="/case/questions">
        {t("visits.allQuestions")}
      </ButtonLink>
    </section>
  );
}
