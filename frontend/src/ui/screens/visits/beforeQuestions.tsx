// The questions that go along: every open one, the three most important on top. A question that should not be asked at
// this visit is taken out on purpose, one by one, and for this visit only.
import { ChevronDown, ListOrdered } from "lucide-preact";
import type { OpenCase } from "../../../cases/documents/book";
import { type Question, questions } from "../../../domain/questions/questionEntries";
import { comeAlong } from "../../../domain/questions/questions";
import { leftOpenAt } from "../../../domain/visits/carryOver";
import { goingAlong, isOpen, keptFor, type Visiting, visitingOf } from "../../../domain/visits/goingAlong";
import { TOP_THREE } from "../../../domain/visits/room";
import { type Visit, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { Switch } from "../../components/choice";
import { Said } from "../../components/said";
import { addressOf, shownText, visitLabel, visitOf } from "../../entries/entryNames";
import { Icon } from "../../start/components/icon";
import { localNow } from "../../start/localNow";
import { useCaseValue, useOpened } from "../../start/useCase";
import { VisitPart } from "./visitPart";

const t = messagesFrom(visitWords);

type Props = { visit: Visit };

export function BeforeQuestions({ visit }: Props) {
  const all = useCaseValue(questions);
  const visiting = visitingOf(visit, useCaseValue(visits), localNow());
  const along = goingAlong(all, visiting);
  const top = along.slice(0, TOP_THREE);
  const open = all.filter(isOpen);
  return (
    <VisitPart
      heading={t("visitBefore.top")}
      links={[{ href: "/case/questions", words: t("visitRoom.list"), icon: ListOrdered }]}
      card={{ id: "D4", title: t("visitBefore.askCard") }}
    >
      {along.length === 0 && <p class="quiet">{noneText(open.length)}</p>}
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
      {along.length > TOP_THREE && <p>{t("visitBefore.more", { count: along.length - TOP_THREE })}</p>}
      {open.length > 0 && <Choosing visiting={visiting} open={open} along={new Set(along)} />}
    </VisitPart>
  );
}

function noneText(open: number): string {
  return open > 0 ? t("visitBefore.noneAlong", { count: open }) : t("visitBefore.topNone");
}

type ChoosingProps = { visiting: Visiting; open: readonly Question[]; along: ReadonlySet<Question> };

/** Every open question with its switch: nothing moves under the finger, and the switch itself is the undo. */
function Choosing({ visiting, open, along }: ChoosingProps) {
  const opened = useOpened();
  const { doc, writer } = opened;
  return (
    <details class="visit-choosing">
      <summary>
        {t("visitBefore.choose")}
        <Icon of={ChevronDown} />
      </summary>
      <p>{t("visitBefore.chooseWhy")}</p>
      {open.map((question) => (
        <Switch
          key={question.id}
          label={shownText(question.text)}
          hint={hintOf(opened, visiting, question)}
          on={along.has(question)}
          onChange={(isComing) => comeAlong(doc, writer, question.id, visiting.visit.id, isComing)}
        />
      ))}
    </details>
  );
}

/** Why a question does not go along by itself, or where it comes from. "" for an ordinary question. */
function hintOf({ doc }: OpenCase, visiting: Visiting, question: Question): string {
  const keeper = visitOf(doc, keptFor(question, visiting) || null);
  if (keeper) return t("visitBefore.keptFor", { who: visitLabel(keeper) });
  const earlier = leftOpenAt(question, visits(doc), localNow());
  return earlier && earlier.id !== visiting.visit.id ? t("visitBefore.leftOpenAt", { who: visitLabel(earlier) }) : "";
}
