// How to reach the doctor and the place of a visit.
import { visitEntries } from "../../../domain/visits/visits";
import { Reach } from "../../components/reach";
import { useOpened } from "../../start/useCase";
import { reachOf } from "./visitLinks";

export function VisitReach({ id }: { id: string }) {
  const { doc } = useOpened();
  const visit = visitEntries.find(doc, id);
  return visit ? <Reach {...reachOf(doc, visit)} /> : null;
}
