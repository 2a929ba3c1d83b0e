// A case as it was before others removed something or wrote over it. The changes of its log are replayed one by one in
// a temporary document. When another person's change takes something from an entry, the earlier content is kept. Pure;
// loaded on demand.
import * as Y from "yjs";
import { caseText, type Scalar } from "../case/document";
import { entryKinds } from "../case/entries";
import { hasCome, type Need } from "./inspect";
import { apply } from "./updates";

/** A change as stored in the log. `at`: when it came to this phone, where that is known. */
export type Told = { update: Uint8Array; device: string; isOwn: boolean; at: string | null; needs: Need | undefined };
type Shared = NonNullable<ReturnType<Y.Doc["share"]["get"]>>;
type Held = { values: Map<string, Scalar>; texts: Map<string, string> };
/** An entry of the list `root`; with the id "", content of the list itself, or a text of the case. */
export type Lost = { root: string; id: string; held: Held; isRemoved: boolean };
/** What one device's changes took at about the same time. `name`: what its person called themselves then, or "". */
export type Removal = { device: string; name: string; at: string | null; lost: Lost[] };

/** The lists of a case, and the prefixes of its texts. Never request a list as a text: Yjs would make it one. */
const LISTS: readonly string[] = [...entryKinds, "case", "people", "seen", "summary"];
const TEXTS = ["unclear", "sayBack/"];

const HOUR_MS = 3_600_000;
const MOST_ROUNDS = 20;
/** What the app stores of an entry beside its words: it changes with every word, and nobody misses its old value. */
const ASIDE = ["createdAt", "writtenAt", "author", "deletedAt", "editedAt", "rank", "answeredAt", "answerBegunAt"];

/** What others took, the latest first. */
export function removals(told: Told[]): Removal[] {
  const telling = tellingRemovals(told);
  for (;;) {
    const { done, value } = telling.next();
    if (done) return value;
  }
}

/** The same, one change at a time, for callers that pause in between. */
export function* tellingRemovals(told: Told[]): Generator<undefined, Removal[]> {
  const replay = new Replay();
  const late: (Told & { needs: Need })[] = [];
  for (const one of told) {
    if (one.needs) late.push({ ...one, needs: one.needs });
    else replay.take(one);
    yield;
  }
  for (let round = 0; round < MOST_ROUNDS && late.length > 0; round += 1)
    for (const one of late.splice(0)) {
      if (hasCome(replay.doc, one.needs)) replay.take(one);
      else late.push(one);
      yield;
    }
  return replay.found.reverse();
}

/** A register stores each value under a key of its own: the name of the register, then "#". */
export function registerOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf("#")));
}

class Replay {
  readonly doc = new Y.Doc();
  readonly found: Removal[] = [];
  readonly #held = new Map<string, Held>();
  readonly #names = new Map<string, string>();
  readonly #touched = new Set<string>();

  constructor() {
    this.doc.on("afterTransaction", ({ changed }: Y.Transaction) => {
      for (const [type, keys] of changed) for (const place of this.#placesOf(type, keys)) this.#touched.add(place);
    });
  }

  take({ update, device, isOwn, at }: Told): void {
    this.#touched.clear();
    apply(this.doc, update, null);
    const lost: Lost[] = [];
    for (const place of this.#touched) {
      const before = this.#held.get(place);
      const after = this.#read(place);
      if (after) this.#held.set(place, after);
      else this.#held.delete(place);
      const [root, id] = partsOf(place);
      if (root === "people" && after) this.#learnNames(after);
      const loss = before && !isOwn ? lossOf(root, before, after) : null;
      if (before && loss) lost.push({ root, id, held: before, isRemoved: loss === "removed" });
    }
    if (lost.length > 0) this.#note(device, at, lost);
  }

  #note(device: string, at: string | null, lost: Lost[]): void {
    const last = this.found.at(-1);
    const isSame = last?.device === device && Date.parse(at ?? "") - Date.parse(last.at ?? "") < HOUR_MS;
    if (!last || !(isSame || (last.device === device && at === last.at)))
      return void this.found.push({ device, at, name: this.#names.get(device) ?? "", lost });
    // If something was taken twice, the first time counts.
    const known = new Map(last.lost.map((one) => [`${one.root}\n${one.id}`, one]));
    for (const one of lost) {
      const before = known.get(`${one.root}\n${one.id}`);
      if (before) before.isRemoved ||= one.isRemoved;
      else last.lost.push(one);
    }
  }

  #learnNames({ values }: Held): void {
    const name = [...values].find(([key]) => registerOf(key) === "name")?.[1];
    if (typeof name !== "string" || name.trim() === "") return;
    for (const key of values.keys()) if (key.startsWith("device:")) this.#names.set(key.slice(7), name.trim());
  }

  #placesOf(type: Shared, keys: Set<string | null>): string[] {
    let item = type._item;
    let root = type;
    while (root._item?.parent instanceof Y.AbstractType) {
      item = root._item;
      root = root._item.parent;
    }
    const name = [...this.doc.share].find(([, known]) => known === root)?.[0] ?? "";
    if (TEXTS.some((beginning) => name.startsWith(beginning))) return [`${name}\n`];
    if (!LISTS.includes(name)) return [];
    if (item) return [`${name}\n${item.parentSub}`];
    return [...keys].flatMap((key) => (key === null ? [`${name}\n`] : [`${name}\n${key}`, `${name}\n`]));
  }

  #read(place: string): Held | null {
    const [root, id] = partsOf(place);
    const type = this.doc.share.get(root);
    if (!type) return null;
    if (id !== "") {
      const found = standingIn(type._map.get(id));
      return found instanceof Y.Map ? heldIn(found) : null;
    }
    if (LISTS.includes(root)) return heldIn(type);
    return { values: new Map(), texts: new Map([["", caseText(this.doc, root)]]) };
  }
}

function partsOf(place: string): [root: string, id: string] {
  const end = place.indexOf("\n");
  return [place.slice(0, end), place.slice(end + 1)];
}

function heldIn(type: Pick<Shared, "_map">): Held {
  const held: Held = { values: new Map(), texts: new Map() };
  for (const [key, item] of type._map) {
    const value = standingIn(item);
    if (value instanceof Y.Text) held.texts.set(key, value.toString());
    else if (isScalar(value)) held.values.set(key, value);
  }
  return held;
}

function standingIn(item: Y.Item | undefined): unknown {
  return item && !item.deleted ? item.content.getContent().at(-1) : undefined;
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** People may change their own entry among the people of the case; only its removal counts. */
function lossOf(root: string, before: Held, after: Held | null): "removed" | "changed" | null {
  if (!hasWords(before)) return null;
  if (!after || !hasWords(after) || (!isHidden(before) && isHidden(after))) return "removed";
  if (root === "people") return null;
  const texts = [...before.texts].filter(([name, text]) => isMostlyGone(text, after.texts.get(name) ?? ""));
  const still = saidIn(after);
  return texts.length > 0 || [...saidIn(before)].some((said) => !still.has(said)) ? "changed" : null;
}

function hasWords(held: Held): boolean {
  return saidIn(held).size > 0 || [...held.texts.values()].some((text) => text.trim() !== "");
}

function isHidden({ values }: Held): boolean {
  return [...values].some(([key, value]) => registerOf(key) === "deletedAt" && typeof value === "string");
}

/** The short fields that are not empty, each with its value. */
function saidIn({ values }: Held): Set<string> {
  const said = [...values].filter(([key, value]) => isSaid(key) && typeof value === "string" && value.trim() !== "");
  return new Set(said.map(([key, value]) => `${registerOf(key)}\n${value}`));
}

export function isSaid(key: string): boolean {
  return registerOf(key) !== "" && !ASIDE.includes(registerOf(key));
}

function isMostlyGone(before: string, after: string): boolean {
  if (before.trim() === "" || after.includes(before)) return false;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return (start + end) * 2 < before.length;
}
