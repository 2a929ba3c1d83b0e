// The book of cases for a screen, and the names it shows for them. Null while storage is opening, and if it never
// opens.
import type { CaseBook } from "../../cases/documents/book";
import type { KeyringCase } from "../../domain/keyring/keyring";
import { messagesFrom } from "../../i18n";
import frameWords from "../../i18n/en/frame.json";
import { useServices } from "./services";
import { watch } from "./watched";

const t = messagesFrom(frameWords);

export function useBook(): CaseBook | null {
  const core = useServices().core.value;
  const book = core.state === "open" ? core.book : null;
  watch(book);
  return book;
}

/** Since which day this phone had a case that the browser has lost; "" when nothing is lost. */
export function useGoneSince(): string {
  const book = useBook();
  const since = useServices().settings.since.value;
  return book && book.cases().length === 0 ? since : "";
}

export function caseTitle(entry: KeyringCase): string {
  return entry.title.value.trim() || t("cases.unnamed");
}
