// The question bank: ideas by topic, each added with one tap. It shows what is on the list already, and presses nothing
// on the person.

import { ArrowRight } from "lucide-preact";
import { useState } from "preact/hooks";
import { bankByTopic } from "../../../domain/questions/questionBank";
import type { Topic } from "../../../domain/questions/questionEntries";
import { messagesFrom } from "../../../i18n";
import questionsWords from "../../../i18n/en/questions.json";
import { CaseScreen } from "../../components/caseScreen";
import { Select } from "../../components/select";
import { ButtonLink } from "../../start/components/button";
import { BankRows } from "./bankRows";

const t = messagesFrom(questionsWords);

export function QuestionBank() {
  return (
    <CaseScreen title={t("bank.title")} back="/case/questions" dock={<ToList />}>
      <Ideas />
    </CaseScreen>
  );
}

function ToList() {
  return (
    <ButtonLink href="/case/questions" icon={ArrowRight}>
      {t("bank.toList")}
    </ButtonLink>
  );
}

function Ideas() {
  const [topic, setTopic] = useState<Topic | null>(null);
  const all = bankByTopic();
  const options = [
    { value: null, label: t("bank.allTopics") },
    ...all.map((part) => ({ value: part.topic, label: t(`questions.topicValues.${part.topic}`) })),
  ];
  return (
    <div class="stack">
      <p>{t("bank.intro")}</p>
      <Select<Topic | null> label={t("bank.filter")} options={options} value={topic} onChoose={setTopic} />
      {all
        .filter((part) => topic === null || part.topic === topic)
        .map((part) => (
          <section key={part.topic}>
            <h2>{t(`questions.topicValues.${part.topic}`)}</h2>
            <BankRows ideas={part.ideas} />
          </section>
        ))}
    </div>
  );
}
