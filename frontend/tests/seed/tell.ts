// Writes a story into an open case through the domain, as the screens do: each event by the function that its screen
// calls.
import type { OpenCase } from "../../src/cases/documents/book";
import type { Ids, Teller } from "./fields";
import { type Event, field } from "./story";
import { lists } from "./tellers/lists";
import { opinions } from "./tellers/opinions";
import { visits } from "./tellers/visits";

const tellers: Record<string, Teller> = { ...visits, ...lists, ...opinions };

/** Writes one event. `ids` keeps the entries that have a key. */
export function tell(opened: OpenCase, event: Event, ids: Ids): void {
  const teller = tellers[event.kind];
  if (!teller) throw new Error(`no event is called ${event.kind}`);
  const id = teller(opened, event, ids);
  const key = field(event, "key");
  if (key !== "") ids.set(key, id);
}
