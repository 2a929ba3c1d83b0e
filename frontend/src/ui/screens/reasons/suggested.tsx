// Questions from the bank that follow from the ticked reasons, to be added one by one or all at once.
import { Plus } from "lucide-preact";
import { addedFrom, suggestedFor } from "../../../domain/questions/questionBank";
import { questions } from "../../../domain/questions/questionEntries";
import type { ReasonName } from "../../../domain/reasons/reasons";
import { messagesFrom } from "../../../i18n";
import reasonsWords from "../../../i18n/en/reasons.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { useCaseValue, useOpened } from "../../start/useCase";
import { addIdeas, BankRows, ideaWords } from "../questions/bankRows";
import { useKeptFocus } from "../questions/keptFocus";

const t = messagesFrom(reasonsWords);

type Props = { reasons: readonly ReasonName[] };

export function SuggestedQuestions({ reasons }: Props) {
  const opened = useOpened();
  const all = useCaseValue(questions);
  const around = useKeptFocus<HTMLDivElement>();
  const ideas = suggestedFor(reasons);
  if (ideas.length === 0) return null;
  const missing = ideas.filter(({ id }) => addedFrom(all, id, ideaWords(id)) === null);
  return (
    <Card heading={t("reasons.ask")}>
      <p>{t("reasons.askWhy")}</p>
      <div class="stack" ref={around}>
        <BankRows ideas={ideas} />
        {missing.length > 1 && (
          <Button look="quiet" icon={Plus} onClick={() => addIdeas(opened, missing)}>
            {t("reasons.askAll", { count: missing.length })}
          </Button>
        )}
      </div>
    </Card>
  );
}
