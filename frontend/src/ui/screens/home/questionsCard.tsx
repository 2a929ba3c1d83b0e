// The questions that come first, while no visit has a day and there is no answer about a date yet: what the person has
// so far.
import type { CaseDoc } from "../../../domain/case/document";
import { questions } from "../../../domain/questions/questionEntries";
import { isOpen } from "../../../domain/visits/goingAlong";
import { messagesFrom } from "../../../i18n";
import homeWords from "../../../i18n/en/home.json";
import { Card } from "../../start/components/card";
import { FirstQuestions } from "../../start/components/firstQuestions";

const t = messagesFrom(homeWords);

const FIRST = 3;

export function QuestionsCard({ doc }: { doc: CaseDoc }) {
  const texts = questions(doc)
    .filter(isOpen)
    .map(({ text }) => text.trim());
  if (texts.length === 0) return null;
  const title = t("case.step.look-over-questions.title", { count: texts.length });
  return (
    <Card heading={<a href="/case/questions">{title}</a>}>
      <FirstQuestions texts={texts.slice(0, FIRST)} />
    </Card>
  );
}
