// One question: its text, its topic, the doctor's answer, and the tick with its time.

import { type Question, questionEntries } from "../../../domain/questions/questionEntries";
import { editAnswer, keepQuestion, tickQuestion } from "../../../domain/questions/questions";
import { messagesFrom } from "../../../i18n";
import { dayText, timeText } from "../../../i18n/dates";
import questionsWords from "../../../i18n/en/questions.json";
import { Switch } from "../../components/choice";
import { fieldsOf } from "../../components/fields";
import { TextArea } from "../../components/textField";
import { VisitSelect } from "../../components/visitSelect";
import { DeleteEntry } from "../../entries/entryEnd";
import { EntryPage } from "../../entries/entryPage";
import type { Params } from "../../start/router";
import { useOpened } from "../../start/useCase";

const t = messagesFrom(questionsWords);
const Field = fieldsOf(questionEntries, questionsWords, "questions");

export function QuestionPage({ params }: { params: Params }) {
  return (
    <EntryPage of={questionEntries} id={params.id ?? ""} title={t("questions.one")} up="/case/questions">
      {(question) => (
        <div class="stack">
          <Field of={question} name="text" rows={3} comesFirst />
          <Answer question={question} />
          <Field of={question} name="topic" as="picker" />
          <AtVisit question={question} />
          <DeleteEntry />
        </div>
      )}
    </EntryPage>
  );
}

function AtVisit({ question: { id, visit, answeredAt } }: { question: Question }) {
  const opened = useOpened();
  return (
    <VisitSelect
      field={visit}
      onChoose={(visit) => keepQuestion(opened.doc, opened.writer, id, visit)}
      {...(answeredAt === null && { label: t("questions.visit"), none: t("questions.everyVisit") })}
    />
  );
}

function Answer({ question }: { question: Question }) {
  const opened = useOpened();
  const { id, answeredAt } = question;
  const write = (answer: string) => {
    const isFirstWord = question.answer === "" && answeredAt === null;
    editAnswer(opened.doc, opened.writer, id, answer);
    if (isFirstWord) tickQuestion(opened.doc, opened.writer, id, true);
  };
  const time =
    answeredAt === null
      ? t("questions.tickHint")
      : t("questions.tickedAt", { date: dayText(answeredAt), time: timeText(answeredAt) });
  return (
    <>
      <TextArea
        label={t("questions.answer")}
        hint={t("questions.answerHint")}
        rows={4}
        value={question.answer}
        current={() => questionEntries.find(opened.doc, id)?.answer ?? question.answer}
        onInput={write}
      />
      <Switch
        label={t("questions.tick")}
        hint={time}
        on={answeredAt !== null}
        onChange={(ticked) => tickQuestion(opened.doc, opened.writer, id, ticked)}
      />
    </>
  );
}
