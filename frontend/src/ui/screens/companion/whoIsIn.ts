// Who is in a case, for a screen: what people say of themselves in the case, matched with the devices that the keyring
// knows.

import type { Person } from "../../../domain/case/people";
import type { Guest } from "../../../domain/keyring/guests";

/** `open`: the devices that have access. "arriving": the server has not been asked about this person's device yet. */
export type WhoIsIn = {
  key: string;
  name: string;
  joinedAt: string | null;
  state: "in" | "arriving" | "left" | "closing" | "closed";
  closedAt: string | null;
  open: string[];
};

/** Everyone who entered their name, then the devices without one. */
export function whoIsIn(people: readonly Person[], guests: readonly Guest[]): WhoIsIn[] {
  const named = people.map((person) => {
    const theirs = guests.filter(({ device }) => person.devices.includes(device));
    return { ...standing(theirs, person.leftAt !== null), ...shown(person) };
  });
  const claimed = new Set(people.flatMap(({ devices }) => devices));
  const nameless = guests
    .filter(({ device }) => !claimed.has(device))
    .map((guest) => ({ ...standing([guest], false), key: guest.device, name: "", joinedAt: null }));
  return [...named, ...nameless];
}

function shown({ id, name, joinedAt }: Person) {
  return { key: id, name: name.value.trim(), joinedAt };
}

function standing(guests: Guest[], hasLeft: boolean): Pick<WhoIsIn, "state" | "closedAt" | "open"> {
  const open = guests.filter(({ closedAt }) => closedAt === null).map(({ device }) => device);
  const closedAt =
    guests
      .flatMap((guest) => guest.closedAt ?? [])
      .sort()
      .at(-1) ?? null;
  if (guests.length === 0) return { state: hasLeft ? "left" : "arriving", closedAt, open };
  if (open.length > 0) return { state: hasLeft ? "left" : "in", closedAt: null, open };
  return { state: guests.every(({ isShut }) => isShut) ? "closed" : "closing", closedAt, open };
}
