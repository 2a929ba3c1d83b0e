// One question: its words, what it is about, the doctor's answer, and the tick with its time.
import type { OpenCase } from "../../../cases/book";
import type { CaseDoc } from "../../../domain/case/document";
import { type Question, questions, topics } from "../../../domain/questions/questionEntries";
import { editAnswer, editQuestion, keepQuestion, setTopic, tickQuestion } from "../../../domain/questions/questions";
import { messagesFrom } from "../../../i18n";
import { dayText, timeText } from "../../../i18n/dates";
import questionsWords from "../../../i18n/en/questions.json";
import { CaseScreen } from "../../components/caseScreen";
import { Switch } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { Select } from "../../components/select";
import { TextArea } from "../../components/textField";
import { VisitSelect } from "../../components/visitSelect";
import { DeleteEntry, EntryGone } from "../../entries/entryEnd";
import { useEntry, useNothingLeftBehind } from "../../entries/useEntry";
import type { Params } from "../../start/route";

const t = messagesFrom(questionsWords);

export function QuestionPage({ params }: { params: Params }) {
  return (
    <CaseScreen title={t("questions.one")} back="/case/questions">
      {(opened) => <QuestionForm opened={opened} id={params.id ?? ""} />}
    </CaseScreen>
  );
}

function QuestionForm({ opened, id }: { opened: OpenCase; id: string }) {
  const question = useEntry(opened, questions, id);
  useNothingLeftBehind("questions", id, (doc) => {
    const there = find(doc, id);
    return there === undefined || `${there.text}${there.answer}`.trim() !== "";
  });
  if (question === null) return <EntryGone kind="questions" id={id} />;
  return (
    <div class="stack">
      <TextArea
        label={t("questions.text")}
        rows={3}
        value={question.text}
        current={() => find(opened.doc, id)?.text ?? question.text}
        onInput={(text) => editQuestion(opened.doc, id, text)}
        autoFocus={question.text === ""}
      />
      <Answer opened={opened} question={question} />
      <Topics opened={opened} question={question} />
      <VisitSelect
        opened={opened}
        field={question.visit}
        onChoose={(visit) => keepQuestion(opened.doc, opened.writer, id, visit)}
        {...(question.answeredAt === null && { label: t("questions.visit"), none: t("questions.everyVisit") })}
      />
      <DeleteEntry kind="questions" id={id} up="/case/questions" />
    </div>
  );
}

function Answer({ opened, question }: { opened: OpenCase; question: Question }) {
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
        current={() => find(opened.doc, id)?.answer ?? question.answer}
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

function Topics({ opened, question }: { opened: OpenCase; question: Question }) {
  const options = topics.map((topic) => ({ value: topic, label: t(`questions.topics.${topic}`) }));
  return (
    <>
      <Select
        label={t("questions.topic")}
        options={options}
        value={question.topic.value}
        onChoose={(topic) => setTopic(opened.doc, opened.writer, question.id, topic)}
      />
      <ConflictField
        label={t("questions.topic")}
        field={question.topic}
        show={(topic) => t(`questions.topics.${topic}`)}
        onChoose={(topic) => setTopic(opened.doc, opened.writer, question.id, topic)}
      />
    </>
  );
}

function find(doc: CaseDoc, id: string): Question | undefined {
  return questions(doc).find((question) => question.id === id);
}
