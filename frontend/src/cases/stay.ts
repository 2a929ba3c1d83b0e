// What goes with a stay on a screen of a case. Entries that two phones began twice are folded on arrival, while nobody
// is typing in them. What was typed is stored on leaving, without waiting for a pause.
import { foldDuplicates } from "../domain/case/duplicates";
import type { OpenCase } from "./documents/book";

/** Returns what to do on leaving. */
export function stayOn({ doc, writer, flush }: OpenCase): () => void {
  foldDuplicates(doc, writer);
  // The status line says what could not be stored.
  return () => void flush().catch(() => {});
}
