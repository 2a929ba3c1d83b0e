// The address of the screen: a signal over the history API. Links are ordinary links; clicks on the app's own are
// handled here. Each history entry remembers where it came from (for a real "back") and its scroll position.
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

type HistoryEntry = { from: string | null; scroll: number; depth: number };

export const path = signal("/");
/** How often the person has navigated; 0 is the screen that opened first. */
export const visits = signal(0);
let scrollToRestore = 0;
let wentBack = false;
let depthHere = 0;

export function startRouter(): void {
  history.scrollRestoration = "manual";
  path.value = location.pathname;
  depthHere = entry().depth;
  addEventListener("popstate", () => {
    // A jump within the page is an entry of the browser's own making, one deeper.
    if (history.state === null) history.replaceState({ ...entry(), depth: depthHere + 1 }, "");
    depthHere = entry().depth;
    scrollToRestore = entry().scroll;
    wentBack = true;
    arrive();
  });
  document.addEventListener("click", onClick);
}

export function navigate(to: string, how: { replace?: boolean } = {}): void {
  rememberScroll();
  scrollToRestore = 0;
  wentBack = false;
  const from = how.replace ? entry().from : location.pathname;
  if (!how.replace) depthHere += 1;
  const next: HistoryEntry = { from, scroll: 0, depth: depthHere };
  if (how.replace) history.replaceState(next, "", to);
  else history.pushState(next, "", to);
  arrive();
}

/**
 * Goes back to where the person came from, which keeps the scroll position; to the screen above if they came from
 * outside, or if that would lead in a circle.
 */
export function goUp(to: string): void {
  const { from } = entry();
  if (from === to || (from !== null && isElsewhere(from, location.pathname))) history.back();
  else navigate(to);
}

/** How many entries of the history lie before this one, as far as the app has made them. */
export function depth(): number {
  return depthHere;
}

/** Neither below `here` nor beside it in the same list, where going back would lead in a circle. */
export function isElsewhere(from: string, here: string): boolean {
  const list = here.slice(0, here.lastIndexOf("/") + 1);
  const isBeside = list.split("/").length > 3 && from.startsWith(list);
  return from !== here && !from.startsWith(`${here}/`) && !isBeside;
}

/** Whether the person came to this screen by going back to it. */
export function hasGoneBack(): boolean {
  return wentBack;
}

/** Whether the screen being drawn will be scrolled to where the person left it. */
export function isComingBack(): boolean {
  return scrollToRestore > 0;
}

/** Call once the screen is drawn. */
export function restoreScroll(): void {
  scrollTo(0, scrollToRestore);
}

/** The parameters of `pattern` (such as /guide/card/:id) in `address`, or null when it does not match. */
export function match(pattern: string, address: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = address.replace(/(.)\/+$/, "$1").split("/");
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? "";
    if (!part.startsWith(":") && part !== value) return null;
    if (part.startsWith(":") && value === "") return null;
    if (part.startsWith(":")) params[part.slice(1)] = decoded(value);
  }
  return params;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function arrive(): void {
  visits.value += 1;
  path.value = location.pathname;
}

function entry(): HistoryEntry {
  // Only the app itself writes it; what an earlier version did not write is as at the start.
  return { from: null, scroll: 0, depth: 0, ...history.state };
}

function rememberScroll(): void {
  const left: HistoryEntry = { ...entry(), scroll: scrollY };
  history.replaceState(left, "");
}

function onClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link?.target !== "" || link.hasAttribute("download")) return;
  if (link.origin !== location.origin || link.getAttribute("href")?.startsWith("#")) return;
  event.preventDefault();
  const to = link.pathname + link.search + link.hash;
  if (link.dataset.up === undefined) navigate(to);
  else goUp(to);
}

// One address pattern and its screen. `Params` holds the values at the :names of the pattern.
export type Params = Record<string, string>;
export type ScreenComponent = ComponentType<{ params: Params }>;
export type Route = { pattern: string; load: () => Promise<ScreenComponent> };
/** The screen of one address, and the values at the :names of its pattern. */
export type Found = { load: () => Promise<ScreenComponent>; params: Params };
