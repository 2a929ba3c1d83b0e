// The person's own answer to "Should I ask?". The ticks above never answer it: only this does, and it can be changed at
// any time.

import { type Asking, asking, askings, sayAsking } from "../../../domain/reasons/reasons";
import { messagesFrom } from "../../../i18n";
import reasonsWords from "../../../i18n/en/reasons.json";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { useOpened } from "../../start/useCase";

const t = messagesFrom(reasonsWords);

export function Answer() {
  const opened = useOpened();
  const field = asking(opened.doc);
  const say = (answer: Asking) => sayAsking(opened.doc, opened.writer, answer);
  return (
    <section class="stack">
      <Choice<Asking>
        legend={t("reasons.answer")}
        quietLegend
        options={askings.map((value) => ({ value, label: nameOf(value) }))}
        value={field.others.length > 0 ? null : field.value}
        onChoose={say}
      />
      <ConflictField label={t("reasons.answer")} field={field} show={nameOf} onChoose={say} />
      <p class="quiet">{t("reasons.answerHint")}</p>
    </section>
  );
}

function nameOf(answer: Asking): string {
  return answer === "" ? t("reasons.answers.none") : t(`reasons.answers.${answer}`);
}
