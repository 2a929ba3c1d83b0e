// The questions in their order: three that are asked first, the rest, the row for a new one, then the answered ones. An
// open question is moved by its handle, or by the buttons that a tap on the handle opens.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Question, Topic } from "../../../domain/questions/questionEntries";
import { moveQuestion } from "../../../domain/questions/questions";
import { messagesFrom } from "../../../i18n";
import questionsWords from "../../../i18n/en/questions.json";
import { useDragging } from "../../components/dragging";
import { announce } from "../../start/announce";
import { offerUndo } from "../../start/undo";
import { useOpened } from "../../start/useCase";
import { type Move, QuestionRow } from "./questionRow";
import { openOnes, type Ranked, ranked, TOP } from "./ranking";
import "./questions.css";

const t = messagesFrom(questionsWords);

type Props = { all: readonly Question[]; topic: Topic | null; add: ComponentChildren };
/** `top` is where its button was on the screen. */
type Moved = { id: string; move: Move; top: number };

export function QuestionList({ all, topic, add }: Props) {
  const { list, openMenu, move, onPointerDown, toggle } = useOrder(all);
  const { top, rest, answered } = ranked(all, topic);
  const open = openOnes(all);
  const canMove = topic === null && open.length > 1;
  const rows = (part: readonly Ranked[]) =>
    part.map((one) => (
      <QuestionRow
        key={one.question.id}
        question={one.question}
        place={{ ...one, isLast: one.position === open.length }}
        {...(canMove && { onMove: (to: Move) => move(one, to), isMenuOpen: one.question.id === openMenu })}
        onHandle={(event) => toggle(one.question.id, event)}
      />
    ));
  return (
    <div class="stack" ref={list} onPointerDown={onPointerDown}>
      {topic !== null && top.length + rest.length + answered.length === 0 && <p>{t("questions.noneOfTopic")}</p>}
      {top.length > 0 && <ol class="questions">{rows(top)}</ol>}
      {(rest.length > 0 || open.length === TOP) && <h2 class="questions-end">{t("questions.mayEnd")}</h2>}
      {rest.length > 0 && <ol class="questions">{rows(rest)}</ol>}
      {add}
      {answered.length > 0 && <h2>{t("questions.answeredOnes")}</h2>}
      {answered.length > 0 && (
        <ul class="questions">
          {answered.map((question) => (
            <QuestionRow key={question.id} question={question} />
          ))}
        </ul>
      )}
    </div>
  );
}

function useOrder(all: readonly Question[]) {
  const opened = useOpened();
  const list = useRef<HTMLDivElement>(null);
  const [openMenu, setOpenMenu] = useState("");
  const moved = useSamePositionAfterMove(list);
  const open = openOnes(all);
  const moveTo = (id: string, at: number) => moveQuestion(opened.doc, opened.writer, id, at);
  const said = (to: number) => t("questions.moved", { position: to + 1, count: open.length });
  /** `to` counts open questions alone, from 0. */
  const put = (id: string, to: number): void => {
    const before = open.find(({ question }) => question.id === id);
    const target = open[to];
    if (before === undefined || target === undefined) return;
    moveTo(id, target.at);
    offerUndo(said(to), () => moveTo(id, before.at));
  };
  const move = ({ question: { id }, position }: Ranked, to: Move) => {
    const button = list.current && buttonOf(list.current, id, to);
    moved.current = { id, move: to, top: button?.getBoundingClientRect().top ?? 0 };
    if (to === "first") {
      setOpenMenu("");
      put(id, 0);
      return;
    }
    const next = to === "up" ? position - 2 : position;
    moveTo(id, open[next]?.at ?? 0);
    announce(said(next));
  };
  const { onPointerDown, wasDragged } = useDragging(list, put);
  const toggle = (id: string, event: MouseEvent) => {
    if (!wasDragged(event)) setOpenMenu(id === openMenu ? "" : id);
  };
  return { list, openMenu, move, onPointerDown, toggle };
}

// A row that moves is removed from the page and inserted elsewhere, and loses the focus in between.
function useSamePositionAfterMove(list: { readonly current: HTMLElement | null }) {
  const moved = useRef<Moved | null>(null);
  useLayoutEffect(() => {
    if (moved.current === null || list.current === null) return;
    const { id, move, top } = moved.current;
    moved.current = null;
    const button = buttonOf(list.current, id, move);
    button?.focus({ preventScroll: true });
    // The first one is looked for at the top, the others under the finger.
    if (move === "first") button?.scrollIntoView({ block: "nearest" });
    else if (button) shiftPage(list.current, button.getBoundingClientRect().top - top);
  });
  return moved;
}

/** The button that made the move; the handle, once the question is the first and its buttons are closed. */
function buttonOf(list: HTMLElement, id: string, move: Move): HTMLElement | null {
  const row = [...list.querySelectorAll<HTMLElement>("[data-row]")].find(({ dataset }) => dataset.row === id);
  return row?.querySelector<HTMLElement>(`[data-move=${move}]`) ?? row?.querySelector("[data-handle]") ?? null;
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
