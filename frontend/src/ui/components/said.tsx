// The beginning of what someone wrote, as a line in a list: in plain weight, apart from the words of the app around it.
import { shownText } from "../entryNames";
import { excerpt } from "../excerpt";
import "./said.css";

/** `about` is what was searched for: a long text is then shown from there. */
export function Said({ text, about = "" }: { text: string; about?: string }) {
  return <bdi class="said">{shownText(excerpt(text, about))}</bdi>;
}
