// The ranked list: three cards, then rows, then the answered questions. While the order is being changed, every open
// question has Up and Down.

import { useLayoutEffect, useRef } from "preact/hooks";
import type { Question, Topic } from "../../../domain/questions/questionEntries";
import { moveQuestion } from "../../../domain/questions/questions";
import { messagesFrom } from "../../../i18n";
import questionsWords from "../../../i18n/en/questions.json";
import { announce } from "../../start/announce";
import { useOpened } from "../../start/useCase";
import { QuestionRow } from "./questionRow";
import { openOnes, type Ranked, ranked } from "./ranking";
import "./questions.css";

const t = messagesFrom(questionsWords);

type Props = { all: readonly Question[]; topic: Topic | null; isOrdering: boolean };
type Direction = "up" | "down";
/** `top` is where its button was on the screen. */
type Moved = { id: string; direction: Direction; top: number };

export function QuestionList({ all, topic, isOrdering }: Props) {
  const opened = useOpened();
  const list = useRef<HTMLDivElement>(null);
  const moved = useSamePositionAfterMove(list);
  const { top, rest, answered } = ranked(all, topic);
  const open = openOnes(all);
  const move = ({ question, position }: Ranked, direction: Direction) => {
    const next = open[direction === "up" ? position - 2 : position];
    if (next === undefined) return;
    const button = list.current && moveButton(list.current, question.id, direction);
    moved.current = { id: question.id, direction, top: button?.getBoundingClientRect().top ?? 0 };
    moveQuestion(opened.doc, opened.writer, question.id, next.at);
    announce(t("questions.moved", { position: next.position, count: open.length }));
  };
  const rows = (part: readonly Ranked[]) =>
    part.map((one) => (
      <QuestionRow
        key={one.question.id}
        question={one.question}
        position={one.position}
        isLast={one.position === open.length}
        onMove={isOrdering ? (direction) => move(one, direction) : null}
      />
    ));
  return (
    <div class="stack" ref={list} key={isOrdering ? "moving" : "still"}>
      {top.length + rest.length + answered.length === 0 && <p>{t("questions.noneOfTopic")}</p>}
      {top.length > 0 && <h2>{t("questions.top")}</h2>}
      {top.length > 0 && <ol class="questions">{rows(top)}</ol>}
      {rest.length > 0 && <h2>{t("questions.rest")}</h2>}
      {rest.length > 0 && <ol class="questions">{rows(rest)}</ol>}
      {answered.length > 0 && <h2>{t("questions.answeredOnes")}</h2>}
      {answered.length > 0 && (
        <ul class="questions">
          {answered.map((question) => (
            <QuestionRow key={question.id} question={question} position={null} isLast onMove={null} />
          ))}
        </ul>
      )}
    </div>
  );
}

// A row that moves is removed from the page and inserted elsewhere, and loses the focus in between.
function useSamePositionAfterMove(list: { readonly current: HTMLElement | null }) {
  const moved = useRef<Moved | null>(null);
  useLayoutEffect(() => {
    if (moved.current === null || list.current === null) return;
    const { id, direction, top } = moved.current;
    moved.current = null;
    const button = moveButton(list.current, id, direction);
    button?.focus({ preventScroll: true });
    if (button) shiftPage(list.current, button.getBoundingClientRect().top - top);
  });
  return moved;
}

function moveButton(list: HTMLElement, id: string, direction: Direction): HTMLElement | null {
  const buttons = [...list.querySelectorAll<HTMLElement>("button[data-question]")];
  return buttons.find(({ dataset }) => dataset.question === id && dataset.direction === direction) ?? null;
}

/** Scrolls what moved by `drift` back under the finger. At the end of the page, the list gets padding for it. */
function shiftPage(list: HTMLElement, drift: number): void {
  const before = scrollY;
  scrollBy({ top: drift, behavior: "instant" });
  const left = drift - (scrollY - before);
  if (left < 0) list.style.paddingBlockStart = `${roomAt(list.style.paddingBlockStart) - left}px`;
  if (left <= 0) return;
  list.style.paddingBlockEnd = `${roomAt(list.style.paddingBlockEnd) + left}px`;
  scrollBy({ top: left, behavior: "instant" });
}

function roomAt(padding: string): number {
  return padding === "" ? 0 : Number.parseFloat(padding);
}
