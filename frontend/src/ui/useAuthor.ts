// Who wrote an entry: the person at this phone, someone by name, or "" when nobody knows.
import { authorName } from "../domain/people";
import { companionshipIn } from "./companionship";
import { useServices } from "./services";

export type Author = { isMe: boolean; name: string };

export function useAuthor(author: string): Author {
  const { core, openCase } = useServices();
  if (core.value.state !== "open") return { isMe: false, name: "" };
  const { book } = core.value;
  const opened = openCase.value.state === "open" ? openCase.value.opened : null;
  const name = opened ? authorName(opened.doc, author, companionshipIn(book, opened) !== null) : "";
  return { isMe: book.isMe(author), name };
}
