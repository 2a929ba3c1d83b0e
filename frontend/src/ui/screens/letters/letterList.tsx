// The letters of the case, each with its state.
import { Mail } from "lucide-preact";
import type { Country } from "../../../content/bundle";
import type { CaseDoc } from "../../../domain/case/document";
import { type Letter, letters } from "../../../domain/letters/letterEntries";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import letterWords from "../../../i18n/en/letters.json";
import { addressOf } from "../../entries/entryNames";
import { LinkRow, Rows } from "../../start/components/rows";
import { today } from "../../start/localNow";
import { useCaseValue, useOpened } from "../../start/useCase";
import { useBundle } from "../../start/useLibrary";
import { excerpt } from "../../text/excerpt";
import { answerDueLine } from "./answerDueWords";
import { countryIn, dueOfOpen } from "./letterContent";

const t = messagesFrom(letterWords);

/** Renders nothing while there is none. */
export function LetterList() {
  const opened = useOpened();
  const all = useCaseValue(letters);
  const bundle = useBundle();
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{t("letter.list")}</h2>
      <Rows>
        {all.map((letter) => (
          <LinkRow
            key={letter.id}
            icon={Mail}
            href={addressOf("letters", letter.id)}
            title={<bdi>{excerpt(holderName(letter))}</bdi>}
            detail={standing(opened.doc, letter, countryIn(bundle, letter))}
          />
        ))}
      </Rows>
    </section>
  );
}

export function holderName({ holder }: Letter): string {
  return holder.value.trim() || t("letter.nobodyYet");
}

function standing(doc: CaseDoc, letter: Letter, country: Country | null): string {
  const { sentOn, answeredOn } = letter;
  if (answeredOn.value !== "") return t("letter.answeredLine", { date: dayText(answeredOn.value) });
  if (sentOn.value === "") return t("letter.notSent");
  const sent = t("letter.sentLine", { date: dayText(sentOn.value) });
  const due = dueOfOpen(doc, letter, country);
  return due === null ? sent : `${sent} · ${answerDueLine(due, today())}`;
}
