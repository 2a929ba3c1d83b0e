// What goes with somebody's stay on a screen of a case. What two phones began twice is folded when they come, while no hand writes
// in it; what they typed is stored when they leave, without waiting for a pause.
import { foldDuplicates } from "../domain/case/duplicates";
import type { OpenCase } from "./documents/book";

/** Returns what is to be done on leaving. */
export function stayOn({ doc, writer, flush }: OpenCase): () => void {
  foldDuplicates(doc, writer);
  // What could not be stored is said in the status line.
  return () => void flush().catch(() => {});
}
