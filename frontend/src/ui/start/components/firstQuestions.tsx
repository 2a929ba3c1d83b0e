// The questions to ask first, numbered: a visit may end after any of them.
import "./firstQuestions.css";

export function FirstQuestions({ texts }: { texts: readonly string[] }) {
  return (
    <ol class="first-questions">
      {[...new Set(texts)].map((text) => (
        <li key={text} dir="auto">
          {text}
        </li>
      ))}
    </ol>
  );
}
