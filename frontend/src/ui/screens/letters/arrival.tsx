// On which day they got the letter: the clinic's time begins then. Nobody has to know it; until someone says, days for the post
// are allowed for, and the screen says so.
import { CalendarCheck } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { valuesOf } from "../../../domain/case/kind";
import { isDay } from "../../../domain/days/days";
import { POST_DAYS } from "../../../domain/letters/answerDue";
import { type Letter, letterEntries } from "../../../domain/letters/letterEntries";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { RegisterDate } from "../../components/registerField";
import { Button } from "../../start/components/button";

const t = messagesFrom(letterWords);

export function Arrival({ opened, letter }: { opened: OpenCase; letter: Letter }) {
  const { id, sentOn, arrivedOn } = letter;
  const write = (day: string) => letterEntries.set(opened.doc, opened.writer, id, { arrivedOn: day });
  const isSaid = valuesOf(arrivedOn).length > 0;
  return (
    <>
      <RegisterDate label={t("letter.arrivedOn")} hint={t("letter.arrivedHint")} field={arrivedOn} onWrite={write} />
      {!isSaid && <p class="quiet">{t("letter.postDays", { count: POST_DAYS })}</p>}
      {!isSaid && isDay(sentOn.value) && (
        <Button look="quiet" icon={CalendarCheck} onClick={() => write(sentOn.value)}>
          {t("letter.arrivedSameDay")}
        </Button>
      )}
      {isDay(arrivedOn.value) && arrivedOn.value < sentOn.value && <p>{t("letter.arrivedBeforeSent")}</p>}
    </>
  );
}
