// One question in the list, with its number or the tick of an answer. A tap opens it; while the order is being changed,
// buttons move it instead.
import { ArrowDown, ArrowUp, Check } from "lucide-preact";
import type { Question } from "../../../domain/questions/questionEntries";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import questionsWords from "../../../i18n/en/questions.json";
import { addressOf, shownText } from "../../entries/entryNames";
import { Icon } from "../../start/components/icon";
import { TOP } from "./ranking";

const t = messagesFrom(questionsWords);

type Direction = "up" | "down";
type Props = {
  question: Question;
  /** Its number among the open questions; null when it was answered. */
  position: number | null;
  isLast: boolean;
  /** Null while the order is not being changed. */
  onMove: ((direction: Direction) => void) | null;
};

export function QuestionRow({ question, position, isLast, onMove }: Props) {
  const text = shownText(question.text);
  return (
    <li class={position !== null && position <= TOP ? "question question-top" : "question"}>
      <span class="question-position">{position ?? <Icon of={Check} small />}</span>
      <span class="question-words">
        <a class="question-link" href={addressOf("questions", question.id)} dir="auto">
          {text}
        </a>
        {question.answeredAt !== null && (
          <span class="quiet question-answered">{t("questions.answered", { time: dayText(question.answeredAt) })}</span>
        )}
        {onMove && (
          <span class="question-moves">
            <Move question={question} direction="up" text={text} onMove={position === 1 ? null : onMove} />
            <Move question={question} direction="down" text={text} onMove={isLast ? null : onMove} />
          </span>
        )}
      </span>
    </li>
  );
}

type MoveProps = { question: Question; direction: Direction; text: string; onMove: Props["onMove"] };

/** At either end of the list it stays in place and does nothing, so that one press too many hits no other button. */
function Move({ question, direction, text, onMove }: MoveProps) {
  return (
    <button
      type="button"
      class="question-move"
      data-question={question.id}
      data-direction={direction}
      data-repeats={`${question.id} ${direction}`}
      aria-disabled={onMove === null}
      aria-label={direction === "up" ? t("questions.upOf", { text }) : t("questions.downOf", { text })}
      onClick={() => onMove?.(direction)}
    >
      <Icon of={direction === "up" ? ArrowUp : ArrowDown} />
      {direction === "up" ? t("questions.up") : t("questions.down")}
    </button>
  );
}
