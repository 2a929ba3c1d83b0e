// The ranking itself: three cards, then rows. While the order is being changed, every question has Up and Down.
import "../../../i18n/words/questions";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import type { Question, Topic } from "../../../domain/questionEntries";
import { moveQuestion } from "../../../domain/questions";
import { t } from "../../../i18n";
import { announce } from "../../announce";
import { QuestionRow } from "./questionRow";
import { type Ranked, ranked } from "./ranking";
import "./questions.css";

type Props = { opened: OpenCase; all: readonly Question[]; topic: Topic | null; isOrdering: boolean };
type Direction = "up" | "down";

export function QuestionList({ opened, all, topic, isOrdering }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const moved = useFocusAfterMove(list);
  const { top, rest } = ranked(all, topic);
  const move = (question: Question, place: number, direction: Direction) => {
    const next = direction === "up" ? place - 1 : place + 1;
    moved.current = { id: question.id, direction };
    moveQuestion(opened.doc, opened.writer, question.id, next - 1);
    announce(t("questions.moved", { place: next, count: all.length }));
  };
  const rows = (part: readonly Ranked[]) =>
    part.map(({ question, place }) => (
      <QuestionRow
        key={question.id}
        question={question}
        place={place}
        isLast={place === all.length}
        onMove={isOrdering ? (direction) => move(question, place, direction) : null}
      />
    ));
  return (
    <div class="stack" ref={list}>
      {top.length + rest.length === 0 && <p>{t("questions.noneOfTopic")}</p>}
      {top.length > 0 && <h2>{t("questions.top")}</h2>}
      {top.length > 0 && <ol class="questions">{rows(top)}</ol>}
      {rest.length > 0 && <h2>{t("questions.rest")}</h2>}
      {rest.length > 0 && <ol class="questions">{rows(rest)}</ol>}
    </div>
  );
}

// A row that moves is taken out of the page and put in elsewhere, and loses the focus on its way. At either end of the list
// the button that was used is gone; then its neighbour is next.
function useFocusAfterMove(list: { readonly current: HTMLElement | null }) {
  const moved = useRef<{ id: string; direction: Direction } | null>(null);
  useLayoutEffect(() => {
    if (moved.current === null) return;
    const { id, direction } = moved.current;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("button[data-question]") ?? [])];
    const own = buttons.filter((button) => button.dataset.question === id);
    (own.find((button) => button.dataset.direction === direction) ?? own[0])?.focus();
    moved.current = null;
  });
  return moved;
}
