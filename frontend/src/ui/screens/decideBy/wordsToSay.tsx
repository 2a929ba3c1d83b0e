// Sentences to say aloud, each with whom it is for.
import type { WordsFor } from "./toSay";
import "./wordsToSay.css";

export function WordsToSay({ said }: { said: readonly WordsFor[] }) {
  return (
    <ul class="to-say">
      {said.map(({ to, words }) => (
        <li key={words}>
          {to !== "" && <span class="to-say-whom">{to}</span>}
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
