// The day on which the clinic got the letter: its time begins then. Nobody has to know it. Until someone says, days for
// the post are added, and the screen says so.

import { Check } from "lucide-preact";
import { valuesOf } from "../../../domain/case/defineKind";
import { isDay } from "../../../domain/days/days";
import { POST_DAYS } from "../../../domain/letters/answerDue";
import { type Letter, letterEntries } from "../../../domain/letters/letterEntries";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { Button } from "../../start/components/button";
import { useOpened } from "../../start/useCase";
import { LetterField } from "./letterField";

const t = messagesFrom(letterWords);

export function Arrival({ letter }: { letter: Letter }) {
  const opened = useOpened();
  const { id, sentOn, arrivedOn } = letter;
  const sameDay = () => letterEntries.set(opened.doc, opened.writer, id, { arrivedOn: sentOn.value });
  const isSaid = valuesOf(arrivedOn).length > 0;
  return (
    <>
      <LetterField of={letter} name="arrivedOn" hint={t("letter.arrivedHint")} />
      {!isSaid && <p class="quiet">{t("letter.postDays", { count: POST_DAYS })}</p>}
      {!isSaid && isDay(sentOn.value) && (
        <Button look="quiet" icon={Check} onClick={sameDay}>
          {t("letter.arrivedSameDay")}
        </Button>
      )}
      {isDay(arrivedOn.value) && arrivedOn.value < sentOn.value && <p>{t("letter.arrivedBeforeSent")}</p>}
    </>
  );
}
