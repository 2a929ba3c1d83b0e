// The questions in the person's own order, with the next one typed in the last row. A visit may end after the third.
import { Check, CircleQuestionMark, Lightbulb } from "lucide-preact";
import { useMemo, useState } from "preact/hooks";
import { questionEntries, questions, type Topic } from "../../../domain/questions/questionEntries";
import { addQuestion } from "../../../domain/questions/questions";
import { messagesFrom } from "../../../i18n";
import questionsWords from "../../../i18n/en/questions.json";
import { AddInPlace, useAdding } from "../../components/addInPlace";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { Select } from "../../components/select";
import { Button, ButtonLink, Buttons } from "../../start/components/button";
import { goUp } from "../../start/router";
import { useCaseValue } from "../../start/useCase";
import { QuestionList } from "./questionList";
import { FEW, openOnes, topicsIn } from "./ranking";

const t = messagesFrom(questionsWords);

export function Questions() {
  return (
    <CaseScreen title={t("questions.title")} back="/" dock={<Dock />}>
      <Ranked />
    </CaseScreen>
  );
}

function Dock() {
  return (
    <Buttons>
      <ButtonLink href="/case/questions/bank" icon={Lightbulb} look="quiet">
        {t("questions.ideas")}
      </ButtonLink>
      <Button icon={Check} onClick={() => goUp("/")}>
        {t("questions.done")}
      </Button>
    </Buttons>
  );
}

function Ranked() {
  const listed = useCaseValue(questions);
  const [topic, setTopic] = useState<Topic | null>(null);
  const adding = useAdding(questionEntries, "text", (doc, writer) => addQuestion(doc, writer, "", topic ?? "other"));
  const all = useMemo(() => listed.filter(({ id }) => id !== adding.id), [listed, adding.id]);
  const topics = useMemo(() => topicsIn(all), [all]);
  const add = <AddInPlace adding={adding} label={t("questions.add")} number={openOnes(all).length + 1} />;
  return (
    <div class="stack">
      {all.length === 0 && (
        <EmptyState
          icon={CircleQuestionMark}
          title={t("questions.emptyTitle")}
          why={t("questions.emptyWhy")}
          example={t("questions.emptyExample")}
        />
      )}
      {all.length > FEW && topics.length > 1 && <TopicFilter topics={topics} value={topic} onChoose={setTopic} />}
      <QuestionList all={all} topic={topic} add={add} />
    </div>
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
