// Where the person is in the room: at the first words, at a question, at the list, or looking aside to write something
// down. This is kept in the address, so that a page that the phone discarded reopens at the same point. Typed words are
// never kept here: they go straight into the case.
import { useEffect, useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import { here } from "../../../domain/days/instants";
import { type Question, questions } from "../../../domain/questions/questionEntries";
import { comeAlong, tickQuestion } from "../../../domain/questions/questions";
import { notAlong, visitingOf } from "../../../domain/visits/goingAlong";
import { beginsNow, firstInRoom, nextInRoom, roomOrder } from "../../../domain/visits/room";
import { setVisit, type Visit, visits } from "../../../domain/visits/visits";
import { localNow } from "../../start/localNow";
import { navigate } from "../../start/router";
import { forgetOldUndo } from "../../start/undo";
import { useCaseValue, useOpened } from "../../start/useCase";
import { end } from "./endVisit";
import { openingOf } from "./openingLines";
import { stepAddress } from "./visitLinks";

const OPENING = "opening";
const LIST = "list";
type Aside = "note" | "asking" | "medicines" | null;

export type Room = {
  visit: Visit;
  order: Question[];
  /** The open questions that were taken out, are kept for another visit, or were written after the visit. */
  aside: Question[];
  /** Whether the person has moved since the room was opened. */
  hasMoved: boolean;
  view: "opening" | "question" | "list" | "note" | "asking" | "medicines";
  /** The question on screen, or the one to return to. */
  question: Question | null;
  /** Opens a question; null opens the list of all questions. */
  ask: (id: string | null) => void;
  /** Adds questions to the room after all, and opens the first of them. */
  bring: (ids: readonly string[]) => void;
  begin: () => void;
  later: () => void;
  answered: () => void;
  lookAside: (aside: Aside) => void;
  end: () => void;
};

export function useRoom(visit: Visit): Room {
  const opened = useOpened();
  const all = useCaseValue(questions);
  const visiting = visitingOf(visit, useCaseValue(visits), localNow());
  const order = roomOrder(all, visiting);
  const [shown, setShown] = useState(() => askedInAddress() ?? firstShown(opened, visit, order));
  const [lookingAt, setLookingAt] = useState<Aside>(null);
  const [hasMoved, setMoved] = useState(false);
  useBeginning(opened, visit);
  const question = order.find(({ id }) => id === shown) ?? null;
  const lookAside = (next: Aside) => {
    setMoved(true);
    setLookingAt(next);
  };
  const go = (next: string) => {
    history.replaceState(history.state, "", `?at=${next}`);
    lookAside(null);
    // A message about something done before the visit must not cover the answer.
    forgetOldUndo();
    setShown(next);
    void opened.flush().catch(() => {}); // A failure shows in the status line.
  };
  const ask = (id: string | null) => go(id ?? LIST);
  return {
    visit,
    order,
    aside: notAlong(all, visiting),
    hasMoved,
    view: lookingAt ?? viewOf(shown, question),
    question,
    ask,
    bring: (ids) => {
      for (const id of ids) comeAlong(opened.doc, opened.writer, id, visit.id, true);
      ask(ids[0] ?? null);
    },
    begin: () => ask(firstInRoom(order)),
    later: () => ask(question && nextInRoom(order, question.id)),
    answered: () => {
      if (question?.answeredAt === null) tickQuestion(opened.doc, opened.writer, question.id, true, visit.id);
      ask(question && nextInRoom(order, question.id));
    },
    lookAside,
    end: () => {
      end(opened, visit);
      navigate(stepAddress(visit.id, "after"));
    },
  };
}

/** A question that no longer exists leads to the list. */
function viewOf(shown: string, question: Question | null): Room["view"] {
  if (shown === OPENING) return "opening";
  return question === null ? "list" : "question";
}

function firstShown(opened: OpenCase, visit: Visit, order: readonly Question[]): string {
  if (beginsNow(visit, opened.writer.now()) && openingOf(opened.doc, visit) !== "") return OPENING;
  return firstInRoom(order) ?? LIST;
}

function askedInAddress(): string | null {
  return new URLSearchParams(location.search).get("at");
}

function useBeginning(opened: OpenCase, visit: Visit): void {
  // Only once, when the room is opened: the time must not change while someone is in it.
  useEffect(() => {
    const now = here(opened.writer);
    if (beginsNow(visit, now)) setVisit(opened.doc, opened.writer, visit.id, { startedAt: now });
  }, [opened, visit.id]);
}
