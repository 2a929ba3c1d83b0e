// What is on the screen and stored nowhere yet: the name of a case about to be started, a code that another phone is
// reading. While there is any, the page does not reload itself.
import { useEffect } from "preact/hooks";

const held = new Set<symbol>();

export function useOnlyHere(isHeld: boolean): void {
  useEffect(() => {
    if (!isHeld) return;
    const mark = Symbol();
    held.add(mark);
    return () => {
      held.delete(mark);
    };
  }, [isHeld]);
}

/** For typed text: the browser also asks before the page is closed. Text typed into a case does not need this. */
export function useTypedHere(isHeld: boolean): void {
  useOnlyHere(isHeld);
  useEffect(() => {
    if (!isHeld) return;
    const ask = (event: Event) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isHeld]);
}

export function isAnythingOnlyHere(): boolean {
  return held.size > 0;
}
