// The questions that go along: the three that matter most, and one tap for those that belong to no visit yet or that an
// earlier visit left open.
import "../../../i18n/words/visit";
import { CirclePlus, ListOrdered } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { carryBack, carryOver, leftOver } from "../../../domain/carryOver";
import { type Consultation, consultations } from "../../../domain/consultations";
import { type Question, questions } from "../../../domain/questionEntries";
import { assignQuestion } from "../../../domain/questions";
import { roomOrder, TOP_THREE, takeAlong, topOfVisit, topWithoutVisit, withoutVisit } from "../../../domain/room";
import { t } from "../../../i18n";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { Said } from "../../components/said";
import { addressOf, visitLabel } from "../../entryNames";
import { localNow } from "../../localNow";
import { offerUndo } from "../../undo";
import { useCaseValue } from "../../useCase";
import { useKeptFocus } from "../questions/keptFocus";
import { VisitPart } from "./visitPart";

type Props = { opened: OpenCase; visit: Consultation };

export function BeforeQuestions({ opened, visit }: Props) {
  const all = useCaseValue(opened, questions);
  const top = topOfVisit(all, visit.id);
  const open = roomOrder(all, visit.id, visit.startedAt.value).filter(({ answeredAt }) => answeredAt === null);
  const around = useKeptFocus<HTMLDivElement>();
  return (
    <VisitPart
      heading={t("visitBefore.top")}
      links={[{ href: "/case/questions", words: t("visitRoom.list"), icon: ListOrdered }]}
      card={{ id: "D4", title: t("visitBefore.askCard") }}
    >
      <div class="stack" ref={around}>
        {top.length === 0 && <p class="quiet">{t("visitBefore.topNone")}</p>}
        {top.length > 0 && (
          <ol>
            {top.map((question) => (
              <li key={question.id}>
                <a href={addressOf("questions", question.id)}>
                  <Said text={question.text} />
                </a>
              </li>
            ))}
          </ol>
        )}
        {open.length > TOP_THREE && <p>{t("visitBefore.more", { count: open.length - TOP_THREE })}</p>}
        <TakeAlong opened={opened} visit={visit} all={all} />
        <FromEarlier opened={opened} visit={visit} all={all} />
      </div>
    </VisitPart>
  );
}

function TakeAlong({ opened, visit, all }: Props & { all: readonly Question[] }) {
  const visits = useCaseValue(opened, consultations);
  const top = topWithoutVisit(all, visits);
  const free = withoutVisit(all, visits);
  const take = (taken: readonly Question[]) => {
    takeAlong(opened.doc, opened.writer, taken, visit.id);
    offerUndo(t("visitBefore.taken", { count: taken.length }), () => putBack(opened, taken));
  };
  return (
    <>
      {top.length > 0 && (
        <Button look="quiet" icon={CirclePlus} onClick={() => take(top)}>
          {t("visitBefore.takeTop", { count: top.length })}
        </Button>
      )}
      {free.length > top.length && (
        <Button look="quiet" icon={CirclePlus} onClick={() => take(free)}>
          {t("visitBefore.takeAll", { count: free.length })}
        </Button>
      )}
    </>
  );
}

function putBack(opened: OpenCase, taken: readonly Question[]): void {
  opened.doc.transact(() => {
    for (const { id, consultation } of taken) assignQuestion(opened.doc, opened.writer, id, consultation.value);
  });
}

function FromEarlier({ opened, visit, all }: Props & { all: readonly Question[] }) {
  const visits = useCaseValue(opened, consultations);
  const { doc, writer } = opened;
  const earlier = leftOver(all, visits, localNow()).filter((left) => left.visit.id !== visit.id);
  const take = (from: string) => {
    const moved = carryOver(doc, writer, from, visit.id);
    offerUndo(t("visitBefore.taken", { count: moved.length }), () => carryBack(doc, writer, moved, from, visit.id));
  };
  return earlier.map((left) => (
    <Card key={left.visit.id}>
      <p>{t("visitBefore.earlier", { count: left.questions.length, who: visitLabel(left.visit) })}</p>
      <Button look="quiet" icon={CirclePlus} onClick={() => take(left.visit.id)}>
        {t("visitBefore.takeEarlier")}
      </Button>
    </Card>
  ));
}
