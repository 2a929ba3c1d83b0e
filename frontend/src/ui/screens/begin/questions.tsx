// The first useful thing: three questions that fit what the person was told, and a sentence to begin with.

import { helping } from "../../../domain/helping/helping";
import { firstQuestions } from "../../../domain/questions/firstQuestions";
import { addFromBank } from "../../../domain/questions/questionBank";
import { messagesFrom } from "../../../i18n";
import beginWords from "../../../i18n/en/begin.json";
import frameWords from "../../../i18n/en/frame.json";
import questionsWords from "../../../i18n/en/questions.json";
import { CaseScreen } from "../../components/caseScreen";
import { Button, ButtonLink, Buttons } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { FirstQuestions } from "../../start/components/firstQuestions";
import { navigate } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { told } from "./startCase";

const t = messagesFrom(beginWords, frameWords, questionsWords);

export function QuestionsStep() {
  return (
    <CaseScreen title={t("begin.questions.title")} kicker={t("app.name")} back="/" dock={<Keep />}>
      <Three />
    </CaseScreen>
  );
}

function Three() {
  const isHelped = helping(useOpened().doc) !== null;
  return (
    <div class="stack">
      <p>{t("begin.questions.why")}</p>
      <FirstQuestions texts={firstQuestions(told.value).map(({ id }) => t(`bank.ideas.${id}`))} />
      <Card kicker={t("begin.questions.say")}>
        <p>
          <b>“{t(isHelped ? "begin.questions.helpersLine" : "begin.questions.line")}”</b>
        </p>
      </Card>
    </div>
  );
}

function Keep() {
  const { doc, writer } = useOpened();
  const keep = () => {
    addFromBank(doc, writer, firstQuestions(told.value), (id) => t(`bank.ideas.${id}`));
    navigate("/", { replace: true });
  };
  return (
    <Buttons>
      <ButtonLink href="/" look="quiet">
        {t("begin.skip")}
      </ButtonLink>
      <Button onClick={keep}>{t("begin.questions.keep")}</Button>
    </Buttons>
  );
}
