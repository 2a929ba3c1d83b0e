// Where the person is in the room: at the first words, at a question, at the list, or writing a quick note. This is
// kept in the address, so that a page that the phone discarded reopens at the same point. Typed words are never kept
// here: they go straight into the case.
import { useEffect, useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import { here } from "../../../domain/days/instants";
import { type Question, questions } from "../../../domain/questions/questionEntries";
import { comeAlong, tickQuestion } from "../../../domain/questions/questions";
import { endVisit, goOn } from "../../../domain/visits/afterVisit";
import { notAlong, visitingOf } from "../../../domain/visits/goingAlong";
import { beginsNow, firstInRoom, nextInRoom, roomOrder } from "../../../domain/visits/room";
import { setVisit, type Visit, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import visitWords from "../../../i18n/en/visit.json";
import { localNow, today } from "../../start/localNow";
import { navigate } from "../../start/router";
import { forgetOldUndo, offerUndo, offerUnlessJustOffered } from "../../start/undo";
import { useCaseValue, useOpened } from "../../start/useCase";
import { openingOf } from "./openingLines";
import { stepAddress } from "./visitLinks";

const t = messagesFrom(visitWords);

const OPENING = "opening";
const LIST = "list";
type Aside = "note" | "medicines" | null;

export type Room = {
  visit: Visit;
  order: Question[];
  /** The open questions that were taken out, or are kept for another visit. */
  aside: Question[];
  /** Whether the person has moved since the room was opened. */
  hasMoved: boolean;
  view: "opening" | "question" | "list" | "note" | "medicines";
  /** The question on screen, or the one to return to. */
  question: Question | null;
  /** Opens a question; null opens the list of all questions. */
  ask: (id: string | null) => void;
  /** Adds a question to the room after all, and opens it. */
  bring: (id: string) => void;
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
    bring: (id) => {
      comeAlong(opened.doc, opened.writer, id, visit.id, true);
      ask(id);
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

/** A visit of a later day does not end: it was only looked at, or it was today after all, so the person is asked. */
function end({ doc, writer }: OpenCase, visit: Visit): void {
  const ended = endVisit(doc, writer, visit, today());
  if (ended) {
    offerUndo(t("visitRoom.ended"), () => goOn(doc, writer, ended));
    return;
  }
  offerUnlessJustOffered({
    sentence: t("visitRoom.notToday", { date: dayText(visit.when.value.slice(0, 10)) }),
    button: t("visitRoom.wasToday"),
    undo: () => {
      setVisit(doc, writer, visit.id, { when: today() });
      const moved = visits(doc).find(({ id }) => id === visit.id);
      if (moved) endVisit(doc, writer, moved, today());
    },
  });
}

/** A question that no longer exists leads to the list. */
function viewOf(shown: string, question: Question | null): Room["view"] {
  if (shown === OPENING) return "opening";
  return question === null ? "list" : "question";
}

function firstShown(opened: OpenCase, visit: Visit, order: readonly Question[]): string {
  if (beginsNow(visit, opened.writer.now()) && openingOf(visit) !== "") return OPENING;
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
