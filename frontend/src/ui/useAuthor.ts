// Who wrote an entry: the person at this phone, someone by name, or "" when nobody knows. A name may come after the entry.
import { useEffect, useState } from "preact/hooks";
import { authorName } from "../domain/people";
import { companionshipIn } from "./start/companionship";
import { useServices } from "./start/services";

export type Author = { isMe: boolean; name: string };

export function useAuthor(author: string): Author {
  const { core, openCase } = useServices();
  const book = core.value.state === "open" ? core.value.book : null;
  const opened = openCase.value.state === "open" ? openCase.value.opened : null;
  const asCompanion = book !== null && opened !== null && companionshipIn(book, opened) !== null;
  const [name, setName] = useState("");
  useEffect(() => {
    const look = () => setName(opened ? authorName(opened.doc, author, asCompanion) : "");
    look();
    return opened?.subscribe(look);
  }, [opened, author, asCompanion]);
  return { isMe: book?.isMe(author) ?? false, name };
}
