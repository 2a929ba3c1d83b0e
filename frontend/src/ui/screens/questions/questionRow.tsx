// One question in the list, with its number or the tick of an answer. A tap opens it. Its handle moves it; a tap on the
// handle opens buttons that do the same.
import { ArrowDown, ArrowUp, ArrowUpToLine, Check, GripVertical } from "lucide-preact";
import type { Question } from "../../../domain/questions/questionEntries";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import questionsWords from "../../../i18n/en/questions.json";
import { addressOf, shownText } from "../../entries/entryNames";
import { Icon } from "../../start/components/icon";

const t = messagesFrom(questionsWords);

const moves = { first: ArrowUpToLine, up: ArrowUp, down: ArrowDown } as const;
export type Move = keyof typeof moves;

type Props = {
  question: Question;
  /** Its number among the open questions; none when it was answered. */
  place?: { position: number; isLast: boolean };
  onMove?: (move: Move) => void;
  isMenuOpen?: boolean;
  onHandle?: (event: MouseEvent) => void;
};

export function QuestionRow({ question, place, onMove, isMenuOpen = false, onHandle }: Props) {
  const text = shownText(question.text);
  return (
    <li class="question" data-row={place && question.id}>
      <span class="question-position">{place?.position ?? <Icon of={Check} small />}</span>
      <span class="question-words">
        <a class="question-link" href={addressOf("questions", question.id)} dir="auto">
          {text}
        </a>
        {question.answeredAt !== null && (
          <span class="quiet question-answered">{t("questions.answered", { time: dayText(question.answeredAt) })}</span>
        )}
        {place && onMove && isMenuOpen && <Moves id={question.id} text={text} place={place} onMove={onMove} />}
      </span>
      {onMove && (
        <button
          type="button"
          class="question-handle"
          data-handle
          aria-expanded={isMenuOpen}
          aria-label={t("questions.move", { text })}
          onClick={onHandle}
        >
          <Icon of={GripVertical} />
        </button>
      )}
    </li>
  );
}

type MovesProps = { id: string; text: string } & Required<Pick<Props, "place" | "onMove">>;

/** At either end of the list a button stays in place and does nothing: one press too many hits no other button. */
function Moves({ id, text, place: { position, isLast }, onMove }: MovesProps) {
  const isAtEnd = { first: position === 1, up: position === 1, down: isLast };
  return (
    <span class="question-moves">
      {(["first", "up", "down"] as const).map((move) => (
        <button
          key={move}
          type="button"
          class="question-move"
          data-move={move}
          data-repeats={`${id} ${move}`}
          aria-disabled={isAtEnd[move]}
          aria-label={t("questions.moveOf", { move: t(`questions.moves.${move}`), text })}
          onClick={() => isAtEnd[move] || onMove(move)}
        >
          <Icon of={moves[move]} />
          {t(`questions.moves.${move}`)}
        </button>
      ))}
    </span>
  );
}
