// What one doctor said, in the journal: who, and the first of it.

import { tracesOf } from "../../../domain/changes/traces";
import { type Opinion, opinionRows } from "../../../domain/opinions/opinionEntries";
import { messagesFrom } from "../../../i18n";
import opinionsWords from "../../../i18n/en/opinions.json";
import { addressOf, shownText } from "../../entries/entryNames";
import { authorText, useAuthor } from "../../entries/useAuthor";
import { timeOn } from "./noteRow";

const t = messagesFrom(opinionsWords);

export function OpinionRow({ opinion, day }: { opinion: Opinion; day: string }) {
  const author = useAuthor(opinion.author, (doc) => tracesOf(doc, "opinions", opinion.id));
  const said = [opinion.recommended, ...opinionRows.map((row) => opinion[row])].find((words) => words.trim() !== "");
  return (
    <li class="note">
      <a class="note-link" href={addressOf("opinions", opinion.id)}>
        <span class="quiet">{[timeOn(day, opinion.writtenAt), t("opinions.one"), authorText(author)].join(" · ")}</span>
        <strong dir="auto">{shownText(opinion.who.value)}</strong>
        <span class="note-text" dir="auto">
          {said ?? opinion.more}
        </span>
      </a>
    </li>
  );
}
