// The beginning of what someone wrote, as a line in a list: in normal weight, distinct from the app's own words.
import { shownText } from "../entries/entryNames";
import { excerpt } from "../text/excerpt";
import "./said.css";

/** A long text is shown from the position that `positionIn` returns for the searched word. */
export function Said({ text, positionIn }: { text: string; positionIn?: (text: string) => number }) {
  return <bdi class="said">{shownText(excerpt(text, positionIn))}</bdi>;
}
