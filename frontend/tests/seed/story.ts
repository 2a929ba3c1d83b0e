// A story as it is read: cases, and what was written into each, one event for each entry. Every value is text; times
// are ISO 8601. `key` names a visit so that later events can belong to it. Decoded here, trusted afterwards.

export type Event = { kind: string; at: string; fields: Map<string, string> };
/** `together`: how many events make one envelope, as when a person types several in one go. */
export type StoryCase = { title: string; at: string; together: number; events: Event[] };
export type Story = { phone: string; cases: StoryCase[] };

export function storyIn(value: unknown): Story {
  const story = partsOf(value);
  return { phone: textOf(story.get("phone"), "phone"), cases: listOf(story.get("cases")).map(caseIn) };
}

/** The field `name` of an event; "" when it has none. */
export function field(event: Event, name: string): string {
  return event.fields.get(name) ?? "";
}

function caseIn(value: unknown): StoryCase {
  const parts = partsOf(value);
  return {
    title: textOf(parts.get("title"), "title"),
    at: textOf(parts.get("at"), "at"),
    together: Number(textOf(parts.get("together") ?? "1", "together")),
    events: listOf(parts.get("events")).map(eventIn),
  };
}

function eventIn(value: unknown): Event {
  const fields = new Map([...partsOf(value)].map(([name, text]) => [name, textOf(text, name)]));
  return { kind: fields.get("kind") ?? "", at: fields.get("at") ?? "", fields };
}

function partsOf(value: unknown): Map<string, unknown> {
  if (typeof value !== "object" || value === null) throw new Error("an object was expected in the story");
  return new Map<string, unknown>(Object.entries(value));
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error("a list was expected in the story");
  return value;
}

function textOf(value: unknown, name: string): string {
  if (typeof value !== "string") throw new Error(`${name} is not a text`);
  return value;
}
