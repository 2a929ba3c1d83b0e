// The decide-by date: what the clinician said, in the clinician's words. Nothing here is computed, and no delay is called safe.
import "../../../i18n/words/guard";
import { useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import { type DecideByFields, daysUntil, decideBy, setDecideBy } from "../../../domain/decideBy";
import { t } from "../../../i18n";
import { ButtonLink } from "../../components/button";
import { Card } from "../../components/card";
import { CaseScreen } from "../../components/caseScreen";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { today } from "../../localNow";
import { useChanges } from "../../useCase";
import "./decideByPage.css";

export function DecideByPage() {
  return (
    <CaseScreen title={t("decideBy.title")} back="/" wide>
      {(opened) => <DateAndWords opened={opened} />}
    </CaseScreen>
  );
}

function DateAndWords({ opened }: { opened: OpenCase }) {
  useChanges(opened);
  const given = decideBy(opened.doc);
  // Decided when the screen opens: a card that went away under the typing would move the field from under the thumb.
  const [hadNoDate] = useState(given.date.value === "");
  const days = isWholeYear(given.date.value) ? daysUntil(given.date.value, today()) : null;
  const write = (fields: Partial<DecideByFields>) => setDecideBy(opened.doc, opened.writer, fields);
  return (
    <div class="columns">
      <div class="stack">
        <p>{t("guard.intro")}</p>
        {hadNoDate && <WordsToSay />}
        <RegisterDate
          label={t("guard.date")}
          hint={t("guard.dateHint")}
          field={given.date}
          onWrite={(date) => write({ date })}
        />
        {days !== null && days < 0 && <p role="status">{t("decideBy.past")}</p>}
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
      <KeepOn />
    </div>
  );
}

function KeepOn() {
  return (
    <div class="stack">
      <p>{t("guard.keepOn")}</p>
      <ButtonLink look="quiet" href="/guide/card/F2">
        {t("guard.readMore")}
      </ButtonLink>
    </div>
  );
}

/** While a year is typed, the picker reports the years 0002, 0020 and 0202 on the way to 2026. */
function isWholeYear(date: string): boolean {
  return date >= "1000";
}

function WordsToSay() {
  return (
    <Card heading={t("guard.askTitle")}>
      <ul class="to-say">
        <li>{t("guard.ask1")}</li>
        <li>{t("guard.ask2")}</li>
        <li>{t("guard.ask3")}</li>
        <li>{t("guard.ask4")}</li>
      </ul>
    </Card>
  );
}
