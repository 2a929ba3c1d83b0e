// Sentences to say out loud, set apart so that they can be read from the phone while standing at the desk.
import "./sayLines.css";
import { helping } from "../../../domain/helping/helping";
import { messagesFrom } from "../../../i18n";
import rightsWords from "../../../i18n/en/rights.json";
import { useServices } from "../../start/services";

const t = messagesFrom(rightsWords);

type Said = keyof (typeof rightsWords)["rights"]["own"];

export function SayLines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="say-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/**
 * What to say about one's rights. In a case that somebody writes for another person, the lines say "we". Before there is
 * a case, the person speaks for themselves.
 */
export function Spoken({ said }: { said: readonly Said[] }) {
  const current = useServices().openCase.value;
  const isHelped = current.state === "open" && helping(current.opened.doc) !== null;
  return <SayLines lines={said.map((one) => t(`rights.${isHelped ? "helped" : "own"}.${one}`))} />;
}
