// What the visit left open: each question can still be ticked here, and the others go along to the next visit by
// themselves.
import { Check, ListTodo } from "lucide-preact";
import { type Question, questions } from "../../../domain/questions/questionEntries";
import { tickQuestion } from "../../../domain/questions/questions";
import { visitToCome } from "../../../domain/visits/carryOver";
import { belongsTo, goingAlong, visitingOf } from "../../../domain/visits/goingAlong";
import { type Visit, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { Said } from "../../components/said";
import { addressOf, visitLabel } from "../../entries/entryNames";
import { Button, ButtonLink } from "../../start/components/button";
import { localNow } from "../../start/localNow";
import { offerUndo } from "../../start/undo";
import { useCaseValue, useOpened } from "../../start/useCase";
import { useKeptFocus } from "../questions/keptFocus";
import { stepAddress } from "./visitLinks";
import { VisitPart } from "./visitPart";

const t = messagesFrom(visitWords);

type Props = { visit: Visit };

export function StillOpen({ visit }: Props) {
  const all = useCaseValue(questions);
  const open = goingAlong(all, visitingOf(visit, useCaseValue(visits), localNow()));
  const hasAny = open.length > 0 || all.some((question) => belongsTo(question, visit.id));
  const around = useKeptFocus<HTMLDivElement>();
  if (!hasAny) return null;
  return (
    <VisitPart heading={t("visitAfter.open")}>
      {open.length === 0 && <p>{t("visitAfter.openNone")}</p>}
      {open.length > 0 && (
        <div class="stack" ref={around}>
          <ul class="rows">
            {open.map((question) => (
              <OpenQuestion key={question.id} question={question} visit={visit.id} />
            ))}
          </ul>
          <GoesOn visit={visit} open={open} />
        </div>
      )}
    </VisitPart>
  );
}

type QuestionProps = { question: Question; visit: string };

function OpenQuestion({ question: { id, text, answer }, visit }: QuestionProps) {
  const opened = useOpened();
  const { doc, writer } = opened;
  const tick = () => {
    tickQuestion(doc, writer, id, true, visit);
    offerUndo(t("visitAfter.marked"), () => tickQuestion(doc, writer, id, false));
  };
  return (
    <li class="row">
      <a class="row-link" href={addressOf("questions", id)}>
        <span class="row-words">
          <Said text={text} />
          {answer.trim() !== "" && <span class="quiet">{t("visitRoom.written")}</span>}
        </span>
      </a>
      <Button look="plain" icon={Check} onClick={tick}>
        {t("visitAfter.markAnswered")}
        <span class="hidden-but-read">
          {": "}
          <Said text={text} />
        </span>
      </Button>
    </li>
  );
}

function GoesOn({ visit, open }: Props & { open: readonly Question[] }) {
  const next = visitToCome(useCaseValue(visits), visit.id, localNow());
  if (next === null) return <p>{t("visitAfter.goesOn", { count: open.length })}</p>;
  const count = open.filter(({ takenOutOf }) => !takenOutOf.includes(next.id)).length;
  return (
    <>
      {count > 0 && <p>{t("visitAfter.goesTo", { count, who: visitLabel(next) })}</p>}
      <ButtonLink look="plain" icon={ListTodo} href={stepAddress(next.id, "before")}>
        {t("visitAfter.goesChoose")}
      </ButtonLink>
    </>
  );
}
