// What the steps of the first minute pass on to each other. It lasts as long as the page: a person who comes back later
// is not asked again.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import type { Told } from "../../../domain/questions/firstQuestions";
import { navigate } from "../../start/router";
import { useServices } from "../../start/services";
import { useBook } from "../../start/useBook";

export const told = signal<Told>("unsure");
/** The number of questions: fewer for a person who sees a doctor soon, more for one who helps somebody. */
export const steps = signal<2 | 3 | 4>(3);

export type Starting = "open" | "starting" | "failed";
/** Writes into the case that has begun. */
type Fill = (opened: OpenCase) => void;

/** Starts a case, opens it and goes on. Taps while it starts do nothing. */
export function useStart(): { state: Starting; start: (title: string, next: string, fill?: Fill) => void } {
  const book = useBook();
  const { settings } = useServices();
  const [state, setState] = useState<Starting>("open");
  const begin = async (title: string, next: string, fill: Fill) => {
    if (state === "starting" || !book) return;
    setState("starting");
    try {
      const id = await book.create(title);
      fill(await book.open(id));
      settings.currentCase.value = id;
      navigate(next, { replace: true });
    } catch {
      setState("failed");
    }
  };
  return { state, start: (title, next, fill = () => {}) => void begin(title, next, fill) };
}
