// The doctors of all visits: grouped by the visit's doctor entry, or else by name. Two entries with one name stay two
// doctors. A visit without a name stands alone: nothing says that two of those are to the same person.

import { sameName } from "../case/names";
import type { Visit } from "../visits/visits";

/** `name` is who is visited, else where, else "". `visits` are in the given order; there is at least one. */
export type VisitedDoctor = { key: string; name: string; visits: readonly Visit[] };

/** In the order of their first visit. */
export function visitedDoctors(visits: readonly Visit[]): VisitedDoctor[] {
  const groups = new Map<string, Visit[]>();
  const keyByName = keysByName(visits);
  for (const visit of visits) {
    const key = keyOf(visit, keyByName);
    const group = groups.get(key);
    if (group) group.push(visit);
    else groups.set(key, [visit]);
  }
  return [...groups].map(([key, group]) => ({ key, name: nameOf(group), visits: group }));
}

/** A visit without a doctor entry belongs to the first doctor of that name, preferably one with an entry. */
function keysByName(visits: readonly Visit[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { who, doctor } of visits) {
    const name = sameName(who.value);
    if (name !== "" && doctor.value !== "" && !keys.has(name)) keys.set(name, doctor.value);
  }
  return keys;
}

function keyOf({ id, who, doctor }: Visit, keyByName: Map<string, string>): string {
  if (doctor.value !== "") return doctor.value;
  const name = sameName(who.value);
  return name === "" ? id : (keyByName.get(name) ?? `name:${name}`);
}

function nameOf(group: readonly Visit[]): string {
  const named = group.find(({ who }) => who.value.trim() !== "");
  return named?.who.value.trim() ?? group[0]?.where.value.trim() ?? "";
}
