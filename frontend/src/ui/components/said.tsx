// The beginning of what someone wrote, as a line in a list: in plain weight, apart from the words of the app around it.
import { shownText } from "../entries/entryNames";
import { excerpt } from "../text/excerpt";
import "./said.css";

/** A long text is shown from where `positionIn` says that it holds what was searched for. */
export function Said({ text, positionIn }: { text: string; positionIn?: (text: string) => number }) {
  return <bdi class="said">{shownText(excerpt(text, positionIn))}</bdi>;
}
