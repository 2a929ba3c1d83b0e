// The decide-by date: what the clinician said, in the clinician's words, and what does not fit with it. Nothing here is computed,
// and no delay is called safe.
import { ListPlus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import { isDay } from "../../../domain/days";
import { countedWords, type DecideByFields, decideBy, setDecideBy } from "../../../domain/decideBy";
import { taskEntries, tasks } from "../../../domain/tasks";
import { messagesFrom } from "../../../i18n";
import guardWords from "../../../i18n/en/guard.json";
import homeWords from "../../../i18n/en/home.json";
import { DateCalendarButton } from "../../components/calendarButton";
import { CaseScreen } from "../../components/caseScreen";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { today } from "../../start/localNow";
import { GuardList } from "./guardList";
import { toSay } from "./toSay";
import { WordsToSay } from "./wordsToSay";

const t = messagesFrom(guardWords, homeWords);

export function DecideByPage() {
  return (
    <CaseScreen title={t("decideBy.title")} back="/" reachedFromMany wide>
      {(opened) => <DateAndWords opened={opened} />}
    </CaseScreen>
  );
}

function DateAndWords({ opened }: { opened: OpenCase }) {
  const given = decideBy(opened.doc);
  const date = given.date.value;
  // Decided when the screen opens: a card that went away under the typing would move the field from under the thumb.
  const [hadNoAnswer] = useState(date === "" && countedWords(opened.doc) === "");
  const write = (fields: Partial<DecideByFields>) => setDecideBy(opened.doc, opened.writer, fields);
  return (
    <div class="columns">
      <div class="stack">
        <p>{t("guard.intro")}</p>
        {hadNoAnswer && <AskForDate opened={opened} />}
        <RegisterDate
          label={t("guard.date")}
          hint={t("guard.dateHint")}
          field={given.date}
          onWrite={(day) => write({ date: day })}
        />
        <GuardList opened={opened} />
        <RegisterField
          label={t("guard.wordsLabel")}
          hint={t("guard.wordsHint")}
          field={given.words}
          onWrite={(words) => write({ words })}
          isLong
        />
        <RegisterField
          label={t("guard.saidBy")}
          hint={t("guard.saidByHint")}
          field={given.saidBy}
          onWrite={(saidBy) => write({ saidBy })}
        />
      </div>
      <div class="stack">
        {isDay(date) && date >= today() && <DateCalendarButton opened={opened} date={date} />}
        <p>{t("guard.keepOn")}</p>
        <ButtonLink look="quiet" href="/guide/card/F2">
          {t("guard.readMore")}
        </ButtonLink>
      </div>
    </div>
  );
}

/** Without an answer the first task is to ask for one. */
function AskForDate({ opened }: { opened: OpenCase }) {
  const isOnList = tasks(opened.doc).some((task) => task.about.value === "ask-date" && task.doneAt.value === "");
  const remember = () =>
    taskEntries.add(opened.doc, opened.writer, { what: t("guard.taskAskDate"), about: "ask-date" });
  return (
    <Card heading={t("guard.askTitle")}>
      <WordsToSay said={toSay({ code: "no-date" }, "")} />
      {isOnList ? (
        <p role="status">
          {t("guard.remembered")} <a href="/case/tasks">{t("guard.openTasks")}</a>
        </p>
      ) : (
        <Button look="quiet" icon={ListPlus} onClick={remember}>
          {t("guard.remember")}
        </Button>
      )}
    </Card>
  );
}
