// The questions in the person's own order. The first three stand out; the order is changed by buttons, never by dragging.
import { ArrowUpDown, CircleQuestionMark, Lightbulb, Plus } from "lucide-preact";
import { useMemo, useState } from "preact/hooks";
import { questions, type Topic } from "../../../domain/questions/questionEntries";
import { addQuestion } from "../../../domain/questions/questions";
import { messagesFrom } from "../../../i18n";
import questionsWords from "../../../i18n/en/questions.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { Select } from "../../components/select";
import { addressOf } from "../../entries/entryNames";
import { Button, ButtonLink } from "../../start/components/button";
import { navigate } from "../../start/router";
import { useCaseValue, useOpened } from "../../start/useCase";
import { QuestionList } from "./questionList";
import { FEW, openOnes, topicsIn } from "./ranking";

const t = messagesFrom(questionsWords);

export function Questions() {
  return (
    <CaseScreen title={t("questions.title")} back="/" dock={<Add />}>
      <Ranked />
    </CaseScreen>
  );
}

function Add() {
  const opened = useOpened();
  const add = () => navigate(addressOf("questions", addQuestion(opened.doc, opened.writer, "")));
  return (
    <Button icon={Plus} onClick={add}>
      {t("questions.add")}
    </Button>
  );
}

function Ranked() {
  const all = useCaseValue(questions);
  const [topic, setTopic] = useState<Topic | null>(null);
  const [isOrdering, setOrdering] = useState(false);
  const topics = useMemo(() => topicsIn(all), [all]);
  if (all.length === 0) {
    return (
      <EmptyState
        icon={CircleQuestionMark}
        title={t("questions.emptyTitle")}
        why={t("questions.emptyWhy")}
        example={t("questions.emptyExample")}
      >
        <IdeasLink />
      </EmptyState>
    );
  }
  return (
    <div class="stack">
      {all.length > FEW && topics.length > 1 && !isOrdering && (
        <TopicFilter topics={topics} value={topic} onChoose={setTopic} />
      )}
      <QuestionList all={all} topic={isOrdering ? null : topic} isOrdering={isOrdering} />
      {openOnes(all).length > 1 && topic === null && (
        <Button look="quiet" icon={ArrowUpDown} pressed={isOrdering} onClick={() => setOrdering(!isOrdering)}>
          {isOrdering ? t("questions.orderDone") : t("questions.order")}
        </Button>
      )}
      {!isOrdering && <IdeasLink />}
    </div>
  );
}

function IdeasLink() {
  return (
    <ButtonLink href="/case/questions/bank" icon={Lightbulb} look="quiet">
      {t("questions.ideas")}
    </ButtonLink>
  );
}

type FilterProps = { topics: readonly Topic[]; value: Topic | null; onChoose: (topic: Topic | null) => void };

function TopicFilter({ topics, value, onChoose }: FilterProps) {
  const options = [
    { value: null, label: t("questions.allTopics") },
    ...topics.map((topic) => ({ value: topic, label: t(`questions.topicValues.${topic}`) })),
  ];
  return <Select<Topic | null> label={t("questions.filter")} options={options} value={value} onChoose={onChoose} />;
}
