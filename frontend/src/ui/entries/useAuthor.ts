// Who wrote something: the person at this phone, another person by name, another person whose name is unknown, or
// another person in this case using this person's name, or a file that proves nothing. A name may arrive after the
// entry. An entry states its own author; that it was this person is believed only if one of their own phones signed it.
import { untracked } from "@preact/signals";
import type { CaseBook, OpenCase } from "../../cases/documents/book";
import type { CaseDoc } from "../../domain/case/document";
import { authorName } from "../../domain/case/people";
import { isCopied } from "../../domain/changes/copied";
import type { Trace } from "../../domain/changes/signers";
import { messagesFrom } from "../../i18n";
import authorWords from "../../i18n/en/author.json";
import { isolated } from "../start/isolate";
import { useServices } from "../start/services";
import { companionshipIn, usePicked } from "../start/useCase";

const t = messagesFrom(authorWords);

/** `isUnsure`: the entry names this person, but none of their phones signed it. `isCopied`: nobody but a file says it. */
export type Author = { isMe: boolean; isUnsure: boolean; isCopied: boolean; name: string };
type Traces = (doc: CaseDoc) => Trace[];
/** An author that an entry names, and where the words are in the document. */
export type Claimed = [author: string, traces: Traces];

const NOBODY: Author = { isMe: false, isUnsure: false, isCopied: false, name: "" };

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
  const where = traces(opened.doc);
  const isFromFile = where.some((trace) => isCopied(opened.doc, trace));
  if (!book.isMe(author)) {
    const name = authorName(opened.doc, author, companionshipIn(book, opened) !== null);
    return { ...NOBODY, isCopied: name === "" && isFromFile, name };
  }
  const isMe = !isFromFile && opened.isOwn(where);
  return { ...NOBODY, isMe, isUnsure: !isMe, isCopied: isFromFile };
}

export function authorText({ isMe, isUnsure, isCopied: copied, name }: Author): string {
  if (isMe) return t("author.you");
  if (copied) return t("author.copy");
  if (isUnsure) return t("author.someone");
  return name === "" ? t("author.other") : isolated(name);
}
