// How much of the page the phone's keyboard covers, for the style sheet (--keyboard). Most browsers make the page smaller
// instead (interactive-widget in index.html), and then it is 0. Some, as on iPhones, lay the keyboard over the page.

type Seen = Pick<VisualViewport, "height" | "offsetTop" | "scale">;

let isFollowed = false;

/** Call wherever there is something to type into; follows the keyboard from the first call on. */
export function followKeyboard(): void {
  if (isFollowed || !window.visualViewport) return;
  isFollowed = true;
  const seen = window.visualViewport;
  const look = () => document.documentElement.style.setProperty("--keyboard", `${keyboardHeight(innerHeight, seen)}px`);
  for (const event of ["resize", "scroll"]) seen.addEventListener(event, look);
}

/** 0 while the page is enlarged with two fingers: what is out of sight then is not behind a keyboard. */
export function keyboardHeight(page: number, { height, offsetTop, scale }: Seen): number {
  return scale > 1 ? 0 : Math.max(0, Math.round(page - height - offsetTop));
}
