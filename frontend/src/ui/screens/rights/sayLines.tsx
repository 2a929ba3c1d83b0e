// Sentences to say out loud, set apart so that they can be read from the phone while standing at the desk.
import "./sayLines.css";

export function SayLines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="say-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
