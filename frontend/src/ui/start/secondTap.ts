// Ignores accidental second taps, so that a finger only hits what it was meant for. A tap does nothing when it comes
// within a moment of the last one at the same place, or while a screen is still loading. Keys, screen readers and text
// fields are exempt, and so is a button made for repeated presses (data-repeats), as long as it is the same button.

const MOMENT_MS = 400;
const NEAR_PX = 32;

let last: { at: number; x: number; y: number; repeats: string | undefined } | null = null;
let downAt = 0;
/** A finger went down and has not pressed anything yet. Without one, a click comes from a key or another click. */
let isDown = false;
let isComing = false;

export function ignoreSecondTaps(): void {
  const finger = (event: Event) => {
    downAt = event.timeStamp;
    isDown = true;
  };
  addEventListener("pointerdown", finger, true);
  addEventListener("click", judge, true);
}

/** Call with true when another screen is requested, and with false when it is shown. */
export function screenIsComing(coming: boolean): void {
  isComing = coming;
  if (last && !coming) last.at = performance.now();
}

function judge(event: MouseEvent): void {
  const isTap = isDown && event.detail > 0;
  isDown = false;
  const pressed = event.target instanceof Element && event.target.closest<HTMLElement>("a, button, summary, label");
  if (!isTap || !pressed) return;
  const { clientX: x, clientY: y } = event;
  const { repeats } = pressed.dataset;
  const isNear = last !== null && Math.hypot(x - last.x, y - last.y) < NEAR_PX;
  const isSoon = last !== null && (isComing || downAt - last.at < MOMENT_MS);
  const isMeant = repeats !== undefined && repeats === last?.repeats;
  if (isNear && isSoon && !isMeant) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  last = { at: performance.now(), x, y, repeats };
}
