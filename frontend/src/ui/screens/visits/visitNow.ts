// The visit that is meant when the person names none. Pure.
import type { VisitFacts } from "../../../domain/visits/visitFacts";

type Near = Pick<VisitFacts, "near">;

/** The visit whose time came last, if nobody has said that it is over. */
export function visitGoingOn({ near }: Near): string | null {
  return near.filter(({ isNow }) => isNow).at(-1)?.id ?? null;
}

/** The visit that is going on, else the next one within a day. */
export function visitNow(facts: Near): string | null {
  return visitGoingOn(facts) ?? facts.near[0]?.id ?? null;
}
