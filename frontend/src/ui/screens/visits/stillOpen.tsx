// What the visit left open: each question can still be ticked here, and the rest is carried over in one tap, never by itself.
import "../../../i18n/words/visit";
import { ArrowRight, Check } from "lucide-preact";
import { useMemo } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import { carryBack, carryOver, unansweredOf, visitToCome } from "../../../domain/carryOver";
import { consultations } from "../../../domain/consultations";
import { type Question, questions } from "../../../domain/questionEntries";
import { tickQuestion } from "../../../domain/questions";
import { t } from "../../../i18n";
import { Button } from "../../components/button";
import { Said } from "../../components/said";
import { addressOf, visitLabel } from "../../entryNames";
import { localNow } from "../../localNow";
import { offerUndo } from "../../undo";
import { useCaseValue } from "../../useCase";
import { useKeptFocus } from "../questions/keptFocus";
import { VisitPart } from "./visitPart";

type Props = { opened: OpenCase; visit: string };

export function StillOpen({ opened, visit }: Props) {
  const all = useCaseValue(opened, questions);
  const open = useMemo(() => unansweredOf(all, visit), [all, visit]);
  const hasAny = all.some(({ consultation }) => consultation.value === visit);
  const around = useKeptFocus<HTMLDivElement>();
  if (!hasAny) return null;
  return (
    <VisitPart heading={t("visitAfter.open")}>
      {open.length === 0 && <p>{t("visitAfter.openNone")}</p>}
      {open.length > 0 && (
        <div class="stack" ref={around}>
          <ul class="rows">
            {open.map((question) => (
              <OpenQuestion key={question.id} opened={opened} question={question} />
            ))}
          </ul>
          <CarryOn opened={opened} visit={visit} count={open.length} />
        </div>
      )}
    </VisitPart>
  );
}

function OpenQuestion({ opened, question: { id, text, answer } }: { opened: OpenCase; question: Question }) {
  const { doc, writer } = opened;
  const tick = () => {
    tickQuestion(doc, writer, id, true);
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

function CarryOn({ opened, visit, count }: Props & { count: number }) {
  const visits = useCaseValue(opened, consultations);
  const next = visitToCome(visits, visit, localNow());
  const { doc, writer } = opened;
  const carry = (to: string | null) => {
    const moved = carryOver(doc, writer, visit, to);
    offerUndo(t("visitAfter.carried", { count: moved.length }), () => carryBack(doc, writer, moved, visit, to));
  };
  return (
    <>
      {next && (
        <Button look="quiet" icon={ArrowRight} onClick={() => carry(next.id)}>
          {t("visitAfter.carryTo", { count, who: visitLabel(next) })}
        </Button>
      )}
      <Button look="quiet" icon={ArrowRight} onClick={() => carry(null)}>
        {t("visitAfter.carryNone", { count })}
      </Button>
    </>
  );
}
