// The visits within a day, before all else. Their cards come with the screens of the visits, which the next tap needs anyway;
// until they have loaded, or if they cannot be read, a link to the first visit stands there instead.
import { useEffect, useState } from "preact/hooks";
import type { Facts } from "../../../domain/journey/facts";
import { NextCard } from "./nextCard";

type Cards = typeof import("../visits/visitCard");
type Props = { facts: Facts; now: string };

export function NearVisits({ facts, now }: Props) {
  const [cards, setCards] = useState<Cards | null>(null);
  useEffect(() => {
    import("../visits/visitCard").then(setCards, () => {});
  }, []);
  const [first] = facts.near;
  if (first === undefined) return null;
  if (cards === null) return <NextCard next="go-prepared" facts={{ ...facts, upcoming: first }} />;
  return facts.near.map((near) => <cards.VisitCard key={near.id} near={near} now={now} />);
}
