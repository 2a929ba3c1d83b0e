// Whose case a person looks at.
import type { CaseBook, OpenCase } from "../../cases/documents/book";
import type { Companionship } from "../../domain/keyring/keyring";

/** Null in a case of one's own. */
export function companionshipIn(book: CaseBook, opened: OpenCase): Companionship | null {
  return book.cases().find(({ id }) => id === opened.id)?.companion ?? null;
}
