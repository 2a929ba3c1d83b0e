// Who wrote something: the person at this phone, someone by name, someone else whose name nobody knows, or somebody in this case who
// wrote it under this person's name. A name may arrive after the entry. An entry says itself who wrote it; that it was this
// person is believed only if one of their own phones signed it.
import { untracked } from "@preact/signals";
import type { CaseBook, OpenCase } from "../../cases/documents/book";
import type { CaseDoc } from "../../domain/case/document";
import { authorName } from "../../domain/case/people";
import type { Trace } from "../../domain/changes/signers";
import { messagesFrom } from "../../i18n";
import authorWords from "../../i18n/en/author.json";
import { isolated } from "../start/isolate";
import { useServices } from "../start/services";
import { companionshipIn, usePicked } from "../start/useCase";

const t = messagesFrom(authorWords);

/** `isUnsure`: it says that the person wrote it, and none of their phones signed it. */
export type Author = { isMe: boolean; isUnsure: boolean; name: string };
type Traces = (doc: CaseDoc) => Trace[];
/** What somebody is said to have written, and where it stands. */
export type Claimed = [author: string, traces: Traces];

const NOBODY: Author = { isMe: false, isUnsure: false, name: "" };

export function useAuthor(author: string, traces: Traces): Author {
  return useAuthors(() => [[author, traces]])[0] ?? NOBODY;
}

export function useAuthors(claimed: () => Claimed[]): Author[] {
  const { core, openCase } = useServices();
  const book = core.value.state === "open" ? core.value.book : null;
  const opened = openCase.value.state === "open" ? openCase.value.opened : null;
  const look = () => (book && opened ? claimed().map((claim) => authorIn(book, opened, ...claim)) : []);
  usePicked(opened, () => JSON.stringify(look()));
  return untracked(look);
}

export function authorIn(book: CaseBook, opened: OpenCase, author: string, traces: Traces): Author {
  if (!book.isMe(author)) {
    const name = authorName(opened.doc, author, companionshipIn(book, opened) !== null);
    return { ...NOBODY, name };
  }
  const isMe = opened.isOwn(traces(opened.doc));
  return { ...NOBODY, isMe, isUnsure: !isMe };
}

export function authorText({ isMe, isUnsure, name }: Author): string {
  if (isMe) return t("author.you");
  if (isUnsure) return t("author.someone");
  return name === "" ? t("author.other") : isolated(name);
}
