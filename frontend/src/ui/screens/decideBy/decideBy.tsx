// The decide-by date: what the clinician said, in the clinician's words, and what conflicts with it. Nothing here is
// calculated, and no delay is called safe.

import { ListPlus } from "lucide-preact";
import { useState } from "preact/hooks";
import { isDay } from "../../../domain/days/days";
import { countedWords, type DecideByFields, decideBy, setDecideBy } from "../../../domain/decideBy/decideBy";
import { taskEntries, tasks } from "../../../domain/tasks/tasks";
import { messagesFrom } from "../../../i18n";
import decideByWords from "../../../i18n/en/decideBy.json";
import homeWords from "../../../i18n/en/home.json";
import { DateCalendarButton } from "../../components/calendarButton";
import { CaseScreen } from "../../components/caseScreen";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { today } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import { toSay } from "./toSay";
import { WarningList } from "./warningList";
import { WordsToSay } from "./wordsToSay";

const t = messagesFrom(decideByWords, homeWords);

export function DecideByPage() {
  return (
    <CaseScreen title={t("decideBy.title")} back="/" wide>
      <DateAndWords />
    </CaseScreen>
  );
}

function DateAndWords() {
  const opened = useOpened();
  const given = decideBy(opened.doc);
  const date = given.date.value;
  // Fixed when the screen opens: if the card went away during typing, the field would move from under the thumb.
  const [hadNoAnswer] = useState(date === "" && countedWords(opened.doc) === "");
  const write = (fields: Partial<DecideByFields>) => setDecideBy(opened.doc, opened.writer, fields);
  return (
    <div class="columns">
      <div class="stack">
        <p>{t("deadline.intro")}</p>
        {hadNoAnswer && <AskForDate onNoRush={() => write({ words: t("deadline.noRush") })} />}
        <RegisterDate
          label={t("deadline.date")}
          hint={t("deadline.dateHint")}
          field={given.date}
          onWrite={(day) => write({ date: day })}
        />
        <WarningList />
        <RegisterField
          label={t("deadline.wordsLabel")}
          hint={t("deadline.wordsHint")}
          field={given.words}
          onWrite={(words) => write({ words })}
          isLong
        />
        <RegisterField
          label={t("deadline.saidBy")}
          hint={t("deadline.saidByHint")}
          field={given.saidBy}
          onWrite={(saidBy) => write({ saidBy })}
        />
      </div>
      <div class="stack">
        {isDay(date) && date >= today() && <DateCalendarButton date={date} />}
        <p>{t("deadline.keepOn")}</p>
        <ButtonLink look="quiet" href="/guide/card/F2">
          {t("deadline.readMore")}
        </ButtonLink>
      </div>
    </div>
  );
}

/** Without an answer, the first task is to ask for one. */
function AskForDate({ onNoRush }: { onNoRush: () => void }) {
  const opened = useOpened();
  const isOnList = tasks(opened.doc).some((task) => task.about.value === "ask-date" && task.doneAt.value === "");
  const remember = () =>
    taskEntries.add(opened.doc, opened.writer, { what: t("deadline.taskAskDate"), about: "ask-date" });
  return (
    <Card heading={t("deadline.askTitle")}>
      <WordsToSay said={toSay({ code: "no-date" }, "")} />
      {isOnList ? (
        <p role="status">
          {t("deadline.remembered")} <a href="/case/tasks">{t("deadline.openTasks")}</a>
        </p>
      ) : (
        <Button look="quiet" icon={ListPlus} onClick={remember}>
          {t("deadline.remember")}
        </Button>
      )}
      <Button look="quiet" onClick={onNoRush}>
        {t("deadline.saidNoRush")}
      </Button>
    </Card>
  );
}
