// Moving a row of a list by its handle: the row follows the finger, the others make room, and the order changes when
// the finger lets go. Rows carry data-row with their id, handles data-handle. Keys and screen readers have buttons of
// their own for the same; this must never be the only way.
import { useRef } from "preact/hooks";

/** A finger that moved less than this has tapped. */
const TAP_PX = 8;
/** So near to the end of the screen, the page scrolls. */
const EDGE_PX = 96;
const SCROLL_PX = 10;

type Held = { row: HTMLElement; at: number; from: number; y: number; places: readonly Place[] };
type Place = { row: HTMLElement; middle: number; height: number };

/** For the list's onPointerDown; `wasDragged` tells a click that only ended a drag from one that was meant. */
export function useDragging(list: { readonly current: HTMLElement | null }, onDrop: (id: string, to: number) => void) {
  const moved = useRef(false);
  const onPointerDown = (event: PointerEvent) => {
    moved.current = false;
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-handle]") : null;
    const held = handle && list.current && heldBy(handle, list.current, event.clientY);
    if (!handle || !held || event.button !== 0) return;
    follow(handle, event.pointerId, held, (to) => {
      moved.current = true;
      const { row } = held.places[held.at] ?? held;
      if (to !== held.at) onDrop(row.dataset.row ?? "", to);
    });
  };
  const wasDragged = ({ detail }: MouseEvent) => moved.current && detail > 0;
  return { onPointerDown, wasDragged };
}

function heldBy(handle: HTMLElement, list: HTMLElement, y: number): Held | null {
  const rows = [...list.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.findIndex((row) => row.contains(handle));
  const row = rows[at];
  const places = rows.map((one) => {
    const { top, height } = one.getBoundingClientRect();
    return { row: one, middle: top + scrollY + height / 2, height };
  });
  return row ? { row, at, from: y + scrollY, y, places } : null;
}

/** Follows the pointer until it lets go, then calls `drop` with the new place. A pointer that is lost drops nothing. */
function follow(handle: HTMLElement, pointer: number, held: Held, drop: (to: number) => void): void {
  const end = new AbortController();
  const { signal } = end;
  let isDragged = false;
  const stop = () => {
    end.abort();
    for (const { row } of held.places) row.style.transform = "";
    held.row.classList.remove("row-dragged");
  };
  const draw = () => {
    if (signal.aborted) return;
    scrollAtEdge(held.y);
    place(held);
    requestAnimationFrame(draw);
  };
  handle.setPointerCapture(pointer);
  handle.addEventListener(
    "pointermove",
    ({ clientY }) => {
      held.y = clientY;
      if (isDragged || Math.abs(clientY + scrollY - held.from) < TAP_PX) return;
      isDragged = true;
      held.row.classList.add("row-dragged");
      draw();
    },
    { signal },
  );
  handle.addEventListener(
    "pointerup",
    () => {
      const to = targetOf(held);
      stop();
      if (isDragged) drop(to);
    },
    { signal },
  );
  handle.addEventListener("pointercancel", stop, { signal });
}

function place(held: Held): void {
  const to = targetOf(held);
  const height = held.places[held.at]?.height ?? 0;
  for (const [nth, { row }] of held.places.entries()) {
    const shift = nth > held.at && nth <= to ? -height : nth < held.at && nth >= to ? height : 0;
    row.style.transform = shift === 0 ? "" : `translateY(${shift}px)`;
  }
  held.row.style.transform = `translateY(${held.y + scrollY - held.from}px)`;
}

/** The place in the list over which the row is held. */
function targetOf({ at, from, y, places }: Held): number {
  const middle = (places[at]?.middle ?? 0) + y + scrollY - from;
  return places.filter((one, nth) => nth !== at && one.middle < middle).length;
}

function scrollAtEdge(y: number): void {
  if (y < EDGE_PX) scrollBy(0, -SCROLL_PX);
  if (y > innerHeight - EDGE_PX) scrollBy(0, SCROLL_PX);
}
