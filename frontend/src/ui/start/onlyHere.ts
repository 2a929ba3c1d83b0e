// What stands on the screen and nowhere else yet: the name of a case that is about to be started, a code that another phone
// is reading. While there is any, the page does not open itself again.
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

/** For what a person typed: the browser also asks before it lets the page go. What is typed into a case needs none of this. */
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
