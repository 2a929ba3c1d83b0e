// Sentences to say aloud, each with whom it is for.
import type { Said } from "./toSay";
import "./wordsToSay.css";

export function WordsToSay({ said }: { said: readonly Said[] }) {
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
