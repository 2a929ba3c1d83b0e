// How far it is: said once, shown as a bar.
type Props = { words: string; part: number };

export function Progress({ words, part }: Props) {
  return (
    <div class="stack">
      <p role="status">{words}</p>
      <progress class="copy-progress" max={1} value={part} aria-label={words} />
    </div>
  );
}
