// A visit that is over, as a page to read: with whom, when and where; what the doctor said; the answers, the notes, and
// what was agreed. A part that nobody wrote is left out. Nothing is changed here.
import type { ComponentChildren } from "preact";
import { notes } from "../../../domain/journal/notes";
import { opinionEntries } from "../../../domain/opinions/opinionEntries";
import { questions } from "../../../domain/questions/questionEntries";
import { nextSteps } from "../../../domain/visits/afterVisit";
import { belongsTo } from "../../../domain/visits/goingAlong";
import { sayBack, type Visit, visitEntries } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import { timeText } from "../../../i18n/dates";
import opinionsWords from "../../../i18n/en/opinions.json";
import visitWords from "../../../i18n/en/visit.json";
import visitsWords from "../../../i18n/en/visits.json";
import { FactList, Facts } from "../../components/facts";
import { PaperWords } from "../../components/paper";
import { shownText } from "../../entries/entryNames";
import { FieldWords } from "../../entries/fieldWords";
import { useOpened } from "../../start/useCase";

const t = messagesFrom(visitWords, visitsWords);
export const meetingWords = new FieldWords(visitEntries, visitsWords, "visits");
const visitSaid = new FieldWords(visitEntries, visitWords, "visit");
const rowsSaid = new FieldWords(opinionEntries, opinionsWords, "opinions.rows");

type Props = { visit: Visit };

export function VisitSheet({ visit }: Props) {
  const { doc } = useOpened();
  const { id } = visit;
  const opinions = opinionEntries.written(doc).filter((one) => one.visit.value === id);
  const answered = questions(doc).filter((one) => belongsTo(one, id) && one.answer.trim() !== "");
  const noted = notes(doc).filter((note) => note.visit.value === id && note.text.trim() !== "");
  const steps = nextSteps(doc, id).filter(({ what }) => what.value.trim() !== "");
  return (
    <>
      <Facts of={visit} words={meetingWords} without={["who"]} />
      <Facts of={visit} words={visitSaid} />
      <Part heading={t("visitAfter.opinion")} isThere={opinions.length > 0}>
        {opinions.map((one) => (
          <Facts key={one.id} of={one} words={rowsSaid} />
        ))}
      </Part>
      <Part heading={t("visitAfter.heard")} isThere={answered.length > 0}>
        <FactList of={answered.map(({ text, answer }) => [shownText(text), answer])} />
      </Part>
      <Part heading={t("visits.notes")} isThere={noted.length > 0}>
        <FactList of={noted.map(({ writtenAt, text }) => [timeText(writtenAt), text])} />
      </Part>
      <Part heading={t("visitAfter.sayBack")} isThere={sayBack(doc, id).trim() !== ""}>
        <PaperWords text={sayBack(doc, id)} isOwn />
      </Part>
      <Part heading={t("visitAfter.steps")} isThere={steps.length > 0}>
        <ul>
          {steps.map((step) => (
            <li key={step.id} dir="auto">
              {step.what.value}
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

function Part({ heading, isThere, children }: { heading: string; isThere: boolean; children: ComponentChildren }) {
  if (!isThere) return null;
  return (
    <section>
      <h2>{heading}</h2>
      {children}
    </section>
  );
}
